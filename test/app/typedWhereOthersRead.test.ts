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

  it('is not read there, so that whom to ring in an emergency is always said', async () => {
    const talk = new Talk(new World(), sam, inTheChannel);
    await talk.say('She has just taken all her tablets');
    expect(talk.text).toMatch(/Please write to me one to one[\s\S]*In an emergency ring 999/);
    expect(JSON.stringify(talk.json)).not.toContain('tablets');
  });

  it('is not asked after when nothing was typed', async () => {
    const talk = new Talk(new World(), sam, inTheChannel);
    await talk.pressAgain({ title: '', verb: 'ask-for-change', data: {} }, {});
    await talk.say('hello');
    expect(talk.own).toEqual([]);
  });
});
