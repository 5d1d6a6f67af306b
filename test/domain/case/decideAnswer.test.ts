import type { Command } from '../../../src/domain/case/decide';
import { after, alone, answered, given, now, opened, readingOf } from '../../support/givenCase';

const answer = (prompt: string, part: string, choices: readonly string[], more: { words?: string; day?: string; how?: 'card' | 'chat' } = {}): Command => ({ type: 'AnswerPrompt', prompt, part, choices, how: 'card', ...more });

describe('answering a prompt', () => {
  it('records the choice', () => given(opened).when(answer('OP1', 'place', ['private'])).then({ type: 'PromptAnswered', prompt: 'OP1', choices: ['private'], part: 'place' }));

  it('keeps the words exactly as they were typed', () =>
    given(opened).when(answer('PV1', 'matters', [], { words: '  my *garden* ${x} <b>🌱\n' })).then({ type: 'PromptAnswered', words: '  my *garden* ${x} <b>🌱\n' }));

  it('refuses a choice that was not offered', () => given(opened).when(answer('OP1', 'place', ['on-the-moon'])).refuses('choice-not-offered'));
  it('refuses two of one', () => given(opened).when(answer('OP1', 'place', ['private', 'near-fine'])).refuses('choices-clash'));
  it('refuses "nothing" together with something', () => given(opened).when(answer('OP3', 'adjustments', ['nothing', 'bsl'])).refuses('choices-clash'));
  it('refuses more than the prompt takes', () => given(opened).when(answer('OC6', 'more-of', ['moving', 'people', 'useful', 'calm'])).refuses('too-many-choices'));
  it('refuses to record nothing at all', () => given(opened).when(answer('PV1', 'matters', [])).refuses('nothing-said'));
  it('refuses a prompt that does not exist', () => given(opened).when(answer('ZZ9', 'x', ['y'])).refuses('prompt-not-open'));

  it('replaces an earlier choice of the same part and keeps those of the others', () =>
    given(opened, answered('PC4', ['most-days', 'a-lot'])).when(answer('PC4', 'spirits', ['up-and-down'])).then({ type: 'PromptAnswered', choices: ['up-and-down', 'a-lot'] }));

  it('adds what is typed in the chat to what was said before', () =>
    given(opened, answered('PV1', [], 'my garden')).when(answer('PV1', 'matters', [], { words: 'and my daughter', how: 'chat' })).then({ type: 'PromptAnswered', words: 'my garden\nand my daughter' }));

  it('stays on a card of tiles when only words came from the chat', () =>
    given(opened).when(answer('PC4', 'spirits', [], { words: 'low since June', how: 'chat' })).then({ type: 'PromptAnswered', words: 'low since June' }, { type: 'PromptOpened', prompt: 'PC4', part: 'spirits' }));

  it('counts days from the day of the turn', () => given(opened).when(answer('AP6', 'review', [], { day: 'in:21' })).then({ type: 'PromptAnswered', choices: ['on:2026-11-23'] }));
  it('refuses a goal that nobody named, and an activity that was not chosen from the options', () => {
    given(opened, answered('OC7', [], 'the garden\nthe choir')).when(answer('AP1', 'first', ['goal:2'])).then({ type: 'PromptAnswered', choices: ['goal:2'] });
    given(opened, answered('OC7', [], 'the garden')).when(answer('AP1', 'first', ['goal:2'])).refuses('choice-not-offered');
    given(opened).when(answer('AP2', 'option', ['activity:potting-group'])).refuses('activity-not-offered');
  });
  it('refuses a day in the past', () => given(opened).when(answer('AP6', 'review', [], { day: '2026-10-01' })).refuses('day-in-the-past'));
  it.each([['on:2020-01-01', 'day-in-the-past'], ['on:2026-02-31', 'day-unreadable']] as const)('refuses %s as a choice too', (choice, reason) => given(opened).when(answer('AP6', 'review', [choice])).refuses(reason));
  it('refuses a day that is none', () => given(opened).when(answer('AP6', 'review', [], { day: '2026-02-31' })).refuses('day-unreadable'));
});

describe('the privacy gate', () => {
  it('never asks about safety with others unless they are alone', () => {
    for (const place of ['near-fine', 'near-light', 'not-a-good-time']) {
      given(opened, answered('OP1', [place])).when(answer('ES4', 'feels-safe', ['no'])).refuses('ask-in-private');
      given(opened, answered('OP1', [place])).when({ type: 'OpenPrompt', prompt: 'PC5' }).refuses('ask-in-private');
    }
    given(opened).when(answer('ES4', 'feels-safe', ['no'])).refuses('ask-in-private');
    given(opened, alone).when(answer('ES4', 'feels-safe', ['no'])).then({ type: 'PromptAnswered', prompt: 'ES4' });
  });

  it('keeps a concern that was raised in private when somebody comes in', () => {
    const before = [opened, alone, answered('PC5', ['thoughts-now'])];
    const after = readingOf([...before, answered('OP1', ['near-light'])]);
    expect(readingOf(before).concerns.map(({ code }) => code)).toContain('F03');
    expect(after.concerns.map(({ code }) => code)).toContain('F03');
    expect(after.conversation.open.map(({ id }) => id)).not.toContain('PC5');
  });

  it('leaves out money while they keep it light, and takes its answer up again later', () => {
    const said = [opened, alone, answered('EE1', ['often-not'])];
    const light = [...said, answered('OP1', ['near-light'])];
    expect(readingOf(light).conversation.answers.has('EE1')).toBe(false);
    expect(readingOf([...light, alone]).conversation.answers.has('EE1')).toBe(true);
  });
});

describe('authority', () => {
  it('lets nobody else answer', () => given(opened).when(answer('OP1', 'place', ['private']), { ...now, by: 'jo' }).refuses('not-your-case'));
  it('changes nothing on a closed case', () =>
    given(opened, { type: 'CaseClosed', ...now, exit: 'M', reason: 'moved to her sister' }).when(answer('OP1', 'place', ['private'])).refuses('case-is-closed'));
});

describe('a pasted note', () => {
  const note = 'Loves her garden. Fell in June.';
  const pasted = { type: 'NotePasted', ...now, note: 'n1', text: note } as const;
  it('stays verbatim', () => given(opened).when({ type: 'PasteNote', id: 'n1', text: note }).then({ type: 'NotePasted', text: note }));
  it('refuses an empty one', () => given(opened).when({ type: 'PasteNote', id: 'n1', text: ' \n ' }).refuses('words-missing'));
  it('files a sentence in the words of the note', () =>
    given(opened, pasted).when({ type: 'FileSentence', note: 'n1', start: 18, end: 31, prompt: 'PC2' }).then({ type: 'SentenceFiled', prompt: 'PC2' }, { type: 'PromptAnswered', prompt: 'PC2', words: 'Fell in June.', how: 'note' }));
  it('keeps what was proposed when the worker chose otherwise, and only then', () => {
    given(opened, pasted).when({ type: 'FileSentence', note: 'n1', start: 18, end: 31, prompt: 'PC1' }).then({ type: 'SentenceFiled', prompt: 'PC1', proposed: 'PC2' }, { type: 'PromptAnswered', prompt: 'PC1' });
    expect(after([opened, pasted], { type: 'FileSentence', note: 'n1', start: 18, end: 31, prompt: 'PC2' }).find(({ type }) => type === 'SentenceFiled')).not.toHaveProperty('proposed');
  });
  it('moves a sentence: it leaves where it stood', () =>
    given(opened, pasted, { type: 'SentenceFiled', ...now, note: 'n1', start: 18, end: 31, prompt: 'PC1' }, { type: 'PromptAnswered', ...now, prompt: 'PC1', choices: [], words: 'Fell in June.', how: 'note' })
      .when({ type: 'FileSentence', note: 'n1', start: 18, end: 31, prompt: 'PC2' })
      .then({ type: 'PromptAnswered', prompt: 'PC1', choices: [] }, { type: 'SentenceFiled', prompt: 'PC2' }, { type: 'PromptAnswered', prompt: 'PC2', words: 'Fell in June.' }));
  it('refuses a sentence that is not in the note', () => given(opened, pasted).when({ type: 'FileSentence', note: 'n1', start: 18, end: 99, prompt: 'PC2' }).refuses('no-such-sentence'));
  it('refuses a piece that is no sentence of it, so that nothing stands under two prompts', () => {
    given(opened, pasted).when({ type: 'FileSentence', note: 'n1', start: 0, end: 5, prompt: 'PC2' }).refuses('no-such-sentence');
    given(opened, pasted).when({ type: 'DiscardSentence', note: 'n1', start: -1, end: 17 }).refuses('no-such-sentence');
  });
  it('refuses a note or a prompt that is not there', () => {
    given(opened, pasted).when({ type: 'FileSentence', note: 'n2', start: 0, end: 17, prompt: 'PV3' }).refuses('no-such-note');
    given(opened, pasted).when({ type: 'FileSentence', note: 'n1', start: 0, end: 17, prompt: 'ZZ9' }).refuses('prompt-not-open');
    given(opened).when({ type: 'FileRest', note: 'n1' }).refuses('no-such-note');
  });
  it('cuts a long sentence where it turns to something else, and files each piece by itself', () => {
    const text = 'She loves gardening but her knees hurt so she can’t get down to the beds now.';
    given(opened, { ...pasted, text }).when({ type: 'FileRest', note: 'n1' }).then(
      { type: 'SentenceFiled', prompt: 'PV3', start: 0, end: 19 }, { type: 'PromptAnswered', prompt: 'PV3', words: 'She loves gardening' },
      { type: 'SentenceFiled', prompt: 'PC1', start: 20 }, { type: 'PromptAnswered', prompt: 'PC1', words: 'but her knees hurt so she can’t get down to the beds now.' },
    );
  });
  it('makes no ordinary answer of a sentence that tells of harm by somebody, nor of a piece of it', () => {
    const text = 'Her daughter visits on Sundays. His son takes his pension card every week and he is scared of him. Loves his garden.';
    const proposed = readingOf([opened, { ...pasted, text }]).proposals.map(({ text: piece, first }) => [piece, first]);
    expect(proposed.filter(([, first]) => first !== undefined)).toEqual([['Her daughter visits on Sundays.', 'ES1'], ['Loves his garden.', 'PV3']]);
    expect(proposed.map(([piece]) => piece).join(' ')).toBe(text);
  });
  it('leaves what answers a private prompt to the worker, and files nothing there while it may not be asked', () => {
    const text = 'Says she is not safe at home, he hit her. Loves her garden.';
    given(opened, { ...pasted, text }).when({ type: 'FileRest', note: 'n1' }).then({ type: 'SentenceFiled', prompt: 'PV3', start: 42 }, { type: 'PromptAnswered', prompt: 'PV3', words: 'Loves her garden.' });
    given(opened, { ...pasted, text }).when({ type: 'FileSentence', note: 'n1', start: 0, end: 41, prompt: 'ES4' }).refuses('ask-in-private');
    expect(readingOf([opened, { ...pasted, text }]).proposals[0]).toEqual({ note: 'n1', start: 0, end: 41, text: 'Says she is not safe at home, he hit her.', others: [] });
  });
  it('takes every proposal as it stands, and what is said under one prompt line by line', () => {
    const text = 'Loves her garden. Enjoys baking. Fell in June. Blue.';
    given(opened, { ...pasted, text }).when({ type: 'FileRest', note: 'n1' }).then(
      { type: 'SentenceFiled', prompt: 'PV3', start: 0 }, { type: 'PromptAnswered', prompt: 'PV3', words: 'Loves her garden.' },
      { type: 'SentenceFiled', prompt: 'PV3', start: 18 }, { type: 'PromptAnswered', prompt: 'PV3', words: 'Loves her garden.\nEnjoys baking.' },
      { type: 'SentenceFiled', prompt: 'PC2' }, { type: 'PromptAnswered', prompt: 'PC2', words: 'Fell in June.' },
    );
    given(opened, { ...pasted, text: 'Blue.' }).when({ type: 'FileRest', note: 'n1' }).refuses('nothing-changed');
  });
  it('takes a discarded sentence out of the answer, and brings it back when it is filed again', () => {
    const filed = after([opened, pasted], { type: 'FileSentence', note: 'n1', start: 18, end: 31, prompt: 'PC2' }, { type: 'DiscardSentence', note: 'n1', start: 18, end: 31 });
    expect(readingOf(filed).conversation.answers.has('PC2')).toBe(false);
    expect(readingOf(after(filed, { type: 'FileSentence', note: 'n1', start: 18, end: 31, prompt: 'PC2' })).conversation.answers.get('PC2')?.words).toBe('Fell in June.');
  });
  it('keeps the choices and the words that stood there', () => {
    const said = answered('PC2', ['one-fall'], 'On the stairs.');
    expect(readingOf(after([opened, said, pasted], { type: 'FileSentence', note: 'n1', start: 18, end: 31, prompt: 'PC2' })).conversation.answers.get('PC2')).toMatchObject({ choices: ['one-fall'], words: 'On the stairs.\nFell in June.' });
  });
  it('proposes each sentence once, and no longer when it is filed', () => {
    expect(readingOf([opened, pasted]).proposals.map(({ text, first }) => [text, first])).toEqual([['Loves her garden.', 'PV3'], ['Fell in June.', 'PC2']]);
    expect(readingOf([opened, pasted, { type: 'SentenceDiscarded', ...now, note: 'n1', start: 0, end: 17 }]).proposals.map(({ text }) => text)).toEqual(['Fell in June.']);
  });
});
