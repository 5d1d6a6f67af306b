import { loadContent } from '../../src/content/load';
import { readFindings } from '../../src/domain/analysis/findings';
import { readMeanings } from '../../src/domain/analysis/meanings';
import { readConversation } from '../../src/domain/case/conversation';
import type { CaseEvent, Mode } from '../../src/domain/case/event';
import { replay } from '../../src/domain/case/evolve';

const { framework } = loadContent('v1');
const at = '2026-03-02T10:00:00.000Z';
const by = 'worker-1';

type Said = Readonly<Record<string, readonly string[] | string>>;
type Setting = { readonly mode?: Mode; readonly born?: number };

/** The framework as somebody meets it who gave these answers: choices in a list, or words. */
function after(said: Said, { mode = 'together', born }: Setting = {}) {
  const events: CaseEvent[] = [
    { type: 'CaseOpened', at, by, ref: 'oak-1', framework: 'v1', mode, name: 'K', workerName: 'Sam', ...(born === undefined ? {} : { yearOfBirth: born }) },
    ...Object.entries(said).map(([prompt, answer]): CaseEvent => ({ type: 'PromptAnswered', at, by, prompt, how: 'card', ...(typeof answer === 'string' ? { choices: [], words: answer } : { choices: [...answer] }) })),
  ];
  const state = replay(events);
  if (state.status !== 'open') throw new Error('A case that was opened is open.');
  return readConversation(state, framework);
}

const inPrivate = { OP1: ['private'] };
const raisedAfter = (said: Said, setting?: Setting) => [...new Set(after(said, setting).raised.map(({ code, urgency }) => `${code} ${urgency}`))].sort();
const calledAfter = (said: Said, setting?: Setting) => [...after(said, setting).called.keys()].sort();
const saysAfter = (said: Said, setting?: Setting) => after(said, setting).fired.flatMap(({ trigger }) => trigger.says ?? []);
const exitsAfter = (said: Said) => after(said).fired.flatMap(({ trigger }) => trigger.suggestsExit ?? []);
const isOpen = (id: string, said: Said, setting?: Setting) => after(said, setting).open.some((prompt) => prompt.id === id);
const meansAfter = (said: Said) => [...readMeanings(after(said)).keys()];
const findingsAfter = (said: Said) => readFindings(after(said)).map(({ kind, side, what }) => `${kind}, ${side}: ${what}`);

describe('who must be involved, and how soon', () => {
  const rules: readonly (readonly [string, Said, readonly string[]])[] = [
    ['nothing said', {}, []],
    ['PV1 no point', { PV1: 'There is no point any more' }, ['F03 TODAY']],
    ['PV1 better off without me', { PV1: "They'd be better off without me" }, ['F03 TODAY']],
    ['PC1 long-standing pain', { PC1: ['pain:long-standing'] }, ['F12 ROUTINE']],
    ['PC1 new', { PC1: ['breath:new'] }, ['F08 SOON']],
    ['PC1 getting worse', { PC1: ['sleep:worse'] }, ['F08 SOON']],
    ['PC1 sudden', { PC1: ['seeing:sudden'] }, ['F07 NOW']],
    ['PC2 avoiding things', { PC1: ['moving:long-standing'], PC2: ['avoiding'] }, ['F10 SOON', 'F12 ROUTINE']],
    ['PC2 more than one fall', { PC1: ['moving:long-standing'], PC2: ['more-falls'] }, ['F10 SOON', 'F12 ROUTINE']],
    ['PC2 hurt', { PC1: ['moving:long-standing'], PC2: ['hurt'] }, ['F10 TODAY', 'F12 ROUTINE']],
    ['PC3 always', { PC3: ['always'] }, []],
    ['PC3 slowly worse', { PC3: ['slowly-worse'] }, ['F13 SOON']],
    ['PC3 sudden', { PC3: ['sudden'] }, ['F13 TODAY']],
    ['PC4 some days', { PC4: ['low-some-days', 'a-bit'] }, []],
    ['PC4 most days', { PC4: ['most-days'] }, ['F05 SOON']],
    ['PC4 a lot', { PC4: ['low-some-days', 'a-lot'] }, ['F05 SOON']],
    ['PC4 racing, seeing or hearing things', { PC4: ['racing'] }, ['F04 TODAY']],
    ['PC5 no', { ...inPrivate, PC5: ['no'] }, []],
    ['PC5 in the past', { ...inPrivate, PC5: ['in-the-past'] }, []],
    ['PC5 thoughts now', { ...inPrivate, PC5: ['thoughts-now'] }, ['F03 TODAY']],
    ['PC5 how or when', { ...inPrivate, PC5: ['how-or-when'] }, ['F02 NOW']],
    ['PC5 already done something', { ...inPrivate, PC5: ['done-something'] }, ['F01 NOW']],
    ['PC5 cannot stay safe', { ...inPrivate, PC5: ['thoughts-now', 'not-safe'] }, ['F01 NOW', 'F03 TODAY']],
    ['PC5 rather not say', { ...inPrivate, PC5: ['rather-not-say'] }, ['F03 TODAY']],
    ['PC6 a bit', { PC6: ['a-bit'] }, []],
    ['PC6 yes', { PC6: ['yes'] }, ['F23 SOON']],
    ['PC6 shakes', { PC6: ['shakes'] }, ['F23 TODAY']],
    ['PC6 about to stop suddenly', { PC6: 'He will go cold turkey' }, ['F23 TODAY']],
    ['PC7 new symptom', { PC7: ['new-symptom'] }, ['F08 SOON']],
    ['PC7 medicine', { PC7: ['medicine-problem'] }, ['F09 SOON']],
    ['PC7 told to limit', { PC7: ['told-to-limit'] }, ['F12 ROUTINE']],
    ['ES3 hard', { ES3: ['yes-hard'] }, ['F26 SOON']],
    ['ES3 cannot go on', { ES3: ['cannot-go-on'] }, ['F26 TODAY']],
    ['ES4 yes', { ...inPrivate, ES4: ['yes'] }, []],
    ['ES4 not always, nobody knows yet about whom', { ...inPrivate, ES4: ['not-always'] }, ['F15 TODAY', 'F17 TODAY']],
    ['ES4 rather not say', { ...inPrivate, ES4: ['rather-not-say'] }, ['F15 TODAY', 'F17 TODAY']],
    ['ES4 no, about a partner', { ...inPrivate, ES4: ['no', 'about-family'] }, ['F17 TODAY']],
    ['ES4 no, about a carer', { ...inPrivate, ES4: ['no', 'about-carer'] }, ['F15 TODAY']],
    ['ES4 danger now', { ...inPrivate, ES4: ['no', 'danger-now', 'about-family'] }, ['F01 NOW', 'F17 TODAY']],
    ['EP1 nowhere tonight', { EP1: ['nowhere-tonight'] }, ['F24 TODAY']],
    ['EP1 notice', { EP1: ['notice-or-arrears'] }, ['F24 SOON']],
    ['EP1 hard to move around', { EP1: ['hard-to-move-around'] }, ['F11 SOON']],
    ['EP1 too full', { EP1: ['too-full'] }, ['F16 SOON']],
    ['EP1 cold', { EP1: ['cold-or-damp'] }, ['F25 SOON']],
    ['EE1 often not', { EE1: ['often-not'] }, ['F25 SOON']],
    ['EE1 no money for food or heating', { EE1: ['none-now'] }, ['F25 TODAY']],
    ['EE1 someone controls it', { EE1: ['someone-controls'] }, []],
    ['EE2 losing weight', { EE2: ['losing-weight'] }, ['F14 SOON']],
    ['EE2 worries', { EE2: ['worries'] }, ['F14 SOON']],
    ['EE2 not eating', { EE2: 'She has not eaten since Sunday' }, ['F14 TODAY']],
    ['EE2 cannot cook', { EE2: ['cannot-cook'] }, ['F11 SOON']],
    ['EE2 cannot afford', { EE2: ['cannot-afford'] }, ['F25 SOON']],
    ['EI2 benefits', { EI2: ['benefits'] }, ['F25 SOON']],
    ['EI2 immigration', { EI2: ['immigration'] }, []],
    ['OC1 personal care not done', { OC1: ['washing:not-done'] }, ['F11 SOON']],
    ['OC1 one job not done', { OC1: ['shopping:not-done'] }, []],
    ['OC1 two jobs not done', { OC1: ['shopping:not-done', 'home:not-done'] }, ['F11 SOON']],
    ['OC1 refusing help', { OC1: "Won't accept help with it" }, ['F16 SOON']],
  ];

  it.each(rules)('%s', (_name, said, codes) => {
    expect(raisedAfter(said)).toEqual([...codes].sort());
  });

  it.each([
    ['thoughts of suicide', { ...inPrivate, PC5: ['thoughts-now'] }],
    ['drink or drugs', { PC6: ['yes'] }],
    ['not feeling safe', { ...inPrivate, ES4: ['no', 'about-family'] }],
  ])('a child who depends on somebody with %s is thought of today', (_name, said) => {
    expect(raisedAfter({ ...said, ES3: ['yes-fine', 'child'] })).toContain('F18 TODAY');
    expect(raisedAfter({ ...said, PH1: ['grandparent:keep'] })).toContain('F18 TODAY');
    expect(raisedAfter({ ...said, ES3: ['yes-fine', 'adult'] })).not.toContain('F18 TODAY');
    expect(raisedAfter({ ES3: ['yes-fine', 'child'] })).toEqual([]);
  });

  it('a baby or a pregnancy with low spirits is for today', () => {
    expect(raisedAfter({ PC4: ['low-some-days'], ES3: ['yes-fine', 'baby'] })).toEqual(['F06 TODAY']);
    expect(raisedAfter({ PC4: ['most-days'], PH1: ['expecting:keep'] })).toEqual(['F05 SOON', 'F06 TODAY']);
    expect(raisedAfter({ PC4: ['all-right'], PH1: ['expecting:keep'] })).toEqual([]);
    expect(raisedAfter({ ...inPrivate, PC5: ['thoughts-now'], ES3: ['yes-fine', 'baby'] })).toEqual(['F03 TODAY', 'F06 TODAY', 'F18 TODAY']);
  });
});

describe('what is asked, and what waits', () => {
  it('asks about safety and suicide in private alone', () => {
    expect(['PC5', 'ES4'].map((id) => isOpen(id, inPrivate))).toEqual([true, true]);
    for (const place of ['near-fine', 'near-light', 'not-a-good-time']) expect(['PC5', 'ES4'].map((id) => isOpen(id, { OP1: [place] }))).toEqual([false, false]);
    expect(['PC5', 'ES4'].map((id) => isOpen(id, {}))).toEqual([false, false]);
  });

  it('keeps money for another day when it should be light, and says so', () => {
    expect(isOpen('EE1', { OP1: ['near-light'] })).toBe(false);
    expect(saysAfter({ OP1: ['near-light'] })).toContain('Ask again in private: safety and money wait until then.');
  });

  it('reminds on the phone to note where the person is', () => {
    expect(saysAfter(inPrivate, { mode: 'phone' })).toContain('Note where the person is now, in case help has to be sent.');
    expect(saysAfter(inPrivate)).toEqual([]);
  });

  it('offers a way out when it is not a good time, not wanted or not to be written down', () => {
    expect(exitsAfter({ OP1: ['not-a-good-time'] })).toEqual(['P']);
    expect(exitsAfter({ OP2: ['notes:no'] })).toEqual(['D2']);
    expect(exitsAfter({ OP4: "I don't know why I'm here" })).toEqual(['D1']);
  });

  it.each<[string, Said, readonly string[]]>([
    ['a purely medical worry', { OP4: 'It is my tablets' }, ['PC7']],
    ['nothing matters', { PV1: 'Nothing' }, ['PC4']],
    ['nothing matters, and spirits are low', { PV1: 'Nothing', PC4: ['low-some-days'] }, ['PC4', 'PC5']],
    ['nothing matters, but spirits are all right', { PV1: 'Nothing beats my garden', PC4: ['all-right'] }, ['PC4']],
    ['no strength comes to mind', { PV2: ['none'] }, ['PV4']],
    ['an interest that stopped', { PV3: ['music:used-to'] }, ['OC3']],
    ['no interest', { PV3: ['nothing'] }, ['PC4']],
    ['felt judged', { PV5: ['judged'] }, ['EI2']],
    ['a carer', { PH1: ['carer:keep'] }, ['ES3']],
    ['a worker to be again', { PH1: ['worker:get-back'] }, ['OC2']],
    ['no role', { PH1: ['none'] }, ['ES2']],
    ['a day without meals', { PH2: ['no-meals'] }, ['EE2', 'OC1']],
    ['too many duties', { PH3: ['duties-too-much'] }, ['ES3', 'OC2']],
    ['low most days', { PC4: ['most-days'] }, ['PC5']],
    ['a burden', { PC4: "I feel like I'm a burden" }, ['PC5']],
    ['no one around', { ES1: ['no-one'] }, ['ES2']],
    ['not going out', { EP3: ['cannot-go-out'] }, ['ES4', 'PC1', 'PC4']],
    ['somebody else has the money', { EE1: ['someone-controls'] }, ['ES4']],
    ['afraid of someone in a place', { EP2: ['avoids-someone'] }, ['ES4']],
    ['none of the options', { AP2: ['something-else'] }, ['OC3', 'OC4', 'OC6']],
  ])('%s leads on', (_name, said, calls) => {
    expect(calledAfter(said)).toEqual(calls);
  });

  it('makes help with the first time part of the plan when somebody is unsure, alone or was let down', () => {
    expect([...after({ PV4: ['4'] }).required]).toEqual(['AP3']);
    expect([...after({ PV4: ['5'] }).required]).toEqual([]);
    expect([...after({ ES1: ['no-one'] }).required]).toEqual(['AP3']);
    expect([...after({ PV5: ['nobody-got-back'] }).required]).toEqual(['AP3']);
    expect([...after({ PV5: 'I rang them once and nobody rang back' }).required]).toEqual(['AP3']);
  });

  it('asks about falls from 65, from 50 with something long-standing, and when moving is hard', () => {
    const isAsked = (said: Said, born?: number) => after(said, { mode: 'phone', ...(born === undefined ? {} : { born }) }).path.some(({ id }) => id === 'PC2');
    expect(isAsked({ PC1: ['nothing-much'] }, 1955)).toBe(true);
    expect(isAsked({ PC1: ['pain:long-standing'] }, 1970)).toBe(true);
    expect(isAsked({ PC1: ['nothing-much'] }, 1970)).toBe(false);
    expect(isAsked({ PC1: ['pain:long-standing'] }, 1990)).toBe(false);
    expect(isAsked({ PC1: ['moving:new'] }, 1990)).toBe(true);
    expect(isAsked({ PC1: ['pain:long-standing'] })).toBe(false);
  });

  it('shares the lead with a team that is already there, and gives it away for severe mental illness', () => {
    expect(after({ EI1: ['social-worker'] }).fired.map(({ trigger }) => trigger.leads)).toEqual(['shared']);
    expect(after({ EI1: ['charity'] }).fired).toEqual([]);
    expect(after({ PC4: ['racing'] }).fired.map(({ trigger }) => trigger.leads)).toContain('other-service');
  });
});

describe('what the answers mean for finding an activity', () => {
  it.each<[string, Said, readonly string[]]>([
    ['an interest from before', { PV3: ['growing:used-to'] }, ['interest:growing', 'enjoys:used-to']],
    ['long-standing trouble moving', { PC1: ['moving:long-standing'] }, ['needs:step-free', 'needs:seated']],
    ['not sure of a small change', { PV4: ['3'] }, ['belief:low', 'snag:confidence']],
    ['sure of a small change', { PV4: ['8'] }, ['belief:high']],
    ['money often not enough', { EE1: ['often-not'] }, ['cost:free-only', 'snag:cost']],
    ['the bus, twenty minutes, by day', { EP3: ['bus', 'minutes-20', 'daylight-only'] }, ['travel:bus', 'minutes:20', 'free:daylight-only']],
    ['told to limit activity', { PC7: ['told-to-limit'] }, ['gate:check-first']],
    ['lonely, and unsure of a first step', { PV4: ['2'], ES2: ['far-less'] }, ['wants:people', 'company:one-to-one', 'company:small']],
  ])('%s', (_name, said, meanings) => {
    expect(meansAfter(said)).toEqual(expect.arrayContaining([...meanings]));
  });
});

describe('what helps and what gets in the way', () => {
  it.each<[string, Said, readonly string[]]>([
    ['a grid reads row and column together', { OC1: ['washing:not-done', 'shopping:someone', 'meals:fine'] }, ['barrier, occupation: washing: not getting done', 'enabler, environment: shopping: someone does it']],
    ['a row may have words of its own', { PC1: ['seeing:worse', 'pain:long-standing'] }, ['barrier, person: trouble seeing: getting worse', 'barrier, person: pain: long-standing']],
    ['cost lies around the person, nerves in them, the level in the activity', { PV5: ['cost', 'nerves', 'too-hard'] }, ['barrier, environment: cost when tried before', 'barrier, person: nerves when tried before', 'barrier, occupation: something too hard when tried before']],
    ['a number on a scale tells as well', { PV4: ['8'] }, ['enabler, person: sure of making a small change']],
    ['what got in the way is sorted by where it lies', { OC3: ['lies-around'] }, ['barrier, environment: something missed because of people or place or money or rules']],
    ['somebody else who has the money is never put in words', { EE1: ['someone-controls'] }, []],
    ['nor is what was said in a restricted prompt', { ...inPrivate, PC5: ['thoughts-now'], ES4: ['no', 'about-family'] }, []],
  ])('%s', (_name, said, told) => {
    expect(findingsAfter(said)).toEqual(told);
  });
});
