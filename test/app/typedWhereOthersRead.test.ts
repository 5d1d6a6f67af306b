import { planReview, sam, Talk, World } from '../support/talk';

const inTheChannel = { kind: 'channel', place: planReview.id } as const;

describe('what was typed into a card where others read', () => {
  it.each([
    ['no button of this version', 'ask-for-change', {}],
    ['a button of a card that was forwarded there', 'observe', { caseId: 'case-1', rev: 3 }],
  ])('comes back one to one when it stood on %s', async (_what, verb, data) => {
    const talk = new Talk(new World(), sam, inTheChannel);
    await talk.pressAgain({ title: '', verb, data: {} }, { ...data, words__r3: 'she told me about her son' });
    expect(talk.text).not.toContain('her son');
    expect(talk.own.map(({ lines }) => lines.join(' ')).join()).toContain('she told me about her son');
  });

  it('is not asked after when nothing was typed', async () => {
    const talk = new Talk(new World(), sam, inTheChannel);
    await talk.pressAgain({ title: '', verb: 'ask-for-change', data: {} }, {});
    await talk.say('hello');
    expect(talk.own).toEqual([]);
  });
});
