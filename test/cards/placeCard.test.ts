import { presentPlace } from '../../src/cards/placeCard';
import type { Place } from '../../src/domain/case/event';
import { alone, answered, opened, readingOf } from '../support/givenCase';

const places: readonly Place[] = [{ id: 'review', name: 'Plan review', kind: 'channel' }, { id: 'team', name: 'Our chat', kind: 'group' }];
const said = (...words: readonly string[]): string => JSON.stringify(presentPlace(readingOf([opened, alone, ...words.map((each) => answered('PV1', [], each))]), { kind: 'place', places }));

describe('where a plan is posted', () => {
  it('says at once that a plan is held back, and why; its places can be looked at', () => {
    expect(said('She wants to die')).toMatch(/It cannot be posted yet.*taken on by a named person first.*Plan review/);
  });
  it('says what is missing where nothing holds it but that it is empty', () => expect(said()).toMatch(/It cannot be posted yet.*no goal and no step yet/));
});
