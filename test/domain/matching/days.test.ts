import { timesIn } from '../../../src/domain/matching/days';
import { tokensOf } from '../../../src/domain/reading/words/tokens';

const days = (text: string): readonly string[] => timesIn(tokensOf(text)).days;

describe('days and times of day', () => {
  it('are read as people write them', () => {
    expect(days('Tuesdays and Thurs, 10am')).toEqual(['tue', 'thu']);
    expect(days('every second weekend')).toEqual(['sat', 'sun']);
    expect(timesIn(tokensOf('Tuesday mornings and at teatime')).times).toEqual(['morning', 'evening']);
  });
  it.each(['Monday to Friday', 'Monday - Friday', 'Mon–Fri', 'weekdays'])('fill what lies between: %s', (text) => expect(days(text)).toEqual(['mon', 'tue', 'wed', 'thu', 'fri']));
  it('are none where none are named: the sun, sat down, wed', () => expect(days('He sat in the sun.')).toEqual([]));
});
