/** Plays a written case through the one door, press by press, and reads what came of it. */
import { handleTurn } from '../app/handleTurn';
import { loadDesk } from '../app/caseDesk';
import type { Parts } from '../app/ports';
import type { Actor, Turn } from '../app/turn';
import type { CardAction } from '../cards/actions';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Finding } from '../domain/analysis/finding';
import { cardsOf } from '../domain/case/steps';
import { offers } from '../domain/framework/choices';
import type { Prompt } from '../domain/framework/framework';
import { matchLabels } from '../domain/framework/matchChoice';
import { plain } from '../domain/reading/words/phrase';
import { freezePlan } from '../domain/plan/freezePlan';
import { planText } from '../domain/plan/planText';
import { postedPlan, postedText } from '../domain/plan/postedPlan';
import type { Played, Script } from './script';

type Unmatched = Played['unmatched'][number];
const worker: Actor = { id: 'console-worker', name: 'Link worker' };
const form = 'script';
const caseId = `case-${form}`;

export async function playScript(parts: Parts, script: Script, at: string): Promise<Played> {
  const press = pressWith(parts, at);
  await press({ verb: 'open-case', mode: script.mode, form, name: script.name ?? 'Person', year: script.yearOfBirth === undefined ? '' : String(script.yearOfBirth), referral: script.referral ?? '', note: script.note ?? '' });
  if (script.note !== undefined) await press({ verb: 'file-rest', caseId, rev: await revOf(parts, at), note: `note-${form}` });
  const unmatched: Unmatched[] = [];
  const { framework } = parts.content();
  for (const id of Object.keys(script.answers)) if (!framework.prompts.some((prompt) => prompt.id === id)) unmatched.push({ prompt: id, text: textOf(script.answers[id]!), why: 'there is no prompt with this id' });
  for (const prompt of framework.prompts) {
    const answer = script.answers[prompt.id];
    if (answer) unmatched.push(...(await answerPrompt(parts, press, prompt, answer, at)));
  }
  return report((await reading(parts, at)), unmatched);
}

type Press = (action: CardAction) => Promise<void>;
const textOf = ({ choice, words }: Script['answers'][string]): string => [choice, words].filter((text) => text !== undefined).join(' / ');

/** The cards of the prompt are answered one after the other, as a person would. */
async function answerPrompt(parts: Parts, press: Press, prompt: Prompt, answer: Script['answers'][string], at: string): Promise<Unmatched[]> {
  const activity = prompt.parts.find(({ kind }) => kind === 'activity');
  if (activity && answer.choice !== undefined) return chooseActivity(parts, press, prompt, String(answer.choice), at);
  const goals = prompt.parts.some(({ kind }) => kind === 'goal');
  const { choices, unmatched } = matchLabels(prompt, String(answer.choice ?? ''));
  const named = unmatched.map((text) => ({ prompt: prompt.id, text, why: goals ? 'a goal is chosen by its number' : 'not one of the choices of this prompt' }));
  for (const [index, card] of cardsOf(prompt).entries()) {
    const own = choices.filter((choice) => !choice.startsWith('in:') && card.some((part) => offers(part, choice)));
    const day = card.some(({ kind }) => kind === 'day') ? choices.find((choice) => choice.startsWith('in:')) : undefined;
    const takesWords = answer.words !== undefined && (card.some(({ kind }) => kind === 'words') || (index === 0 && !prompt.parts.some(({ kind }) => kind === 'words')));
    if (own.length === 0 && day === undefined && !takesWords) continue;
    const rev = await revOf(parts, at);
    await press({ verb: 'answer', caseId, rev, prompt: prompt.id, part: card[0]!.id, choices: own, ...(takesWords ? { words: answer.words } : {}), ...(day === undefined ? {} : { day }) });
  }
  return [...named, ...(await notTaken(parts, prompt, choices, answer.words, at))];
}

/** What the core refused is named too: a prompt that may not be asked now, choices that exclude each other. */
async function notTaken(parts: Parts, prompt: Prompt, choices: readonly string[], words: string | undefined, at: string): Promise<Unmatched[]> {
  const { state } = await reading(parts, at);
  const kept = state.answers.get(prompt.id);
  const lost = choices.filter((choice) => (choice.startsWith('in:') ? !kept?.choices.some((own) => own.startsWith('on:')) : !kept?.choices.includes(choice)));
  const lostWords = words !== undefined && words.trim() !== '' && !kept?.words?.includes(words) ? [words] : [];
  return [...lost, ...lostWords].map((text) => ({ prompt: prompt.id, text, why: kept ? 'it does not go together with the other choices' : 'this prompt may not be asked after the other answers' }));
}

async function chooseActivity(parts: Parts, press: Press, prompt: Prompt, choice: string, at: string): Promise<Unmatched[]> {
  const { options } = (await reading(parts, at)).options();
  const wanted = plain(choice);
  const rev = await revOf(parts, at);
  const found = options.find(({ activity }) => plain(activity.name) === wanted || plain(activity.id) === wanted);
  if (found) await press({ verb: 'choose-option', caseId, rev, activity: found.activity.id });
  else if (wanted === plain('not now')) await press({ verb: 'not-now', caseId, rev });
  else if (wanted === plain('something else') || wanted === plain('nothing fits')) await press({ verb: 'nothing-fits', caseId, rev });
  else return [{ prompt: prompt.id, text: choice, why: 'this activity was not among the options' }];
  return [];
}

const pressWith = (parts: Parts, at: string): Press => {
  let turns = 0;
  return async (action) => {
    turns += 1;
    const turn: Turn = { at, by: worker, where: { kind: 'personal', place: 'console' }, intent: { kind: 'pressed', action }, freshId: `console-${turns}` };
    await handleTurn(parts)(turn);
  };
};

async function reading(parts: Parts, at: string): Promise<CaseReading> {
  const desk = await loadDesk(parts, caseId, at);
  if (!desk) throw new Error('The case did not open');
  return desk.reading;
}

const revOf = async (parts: Parts, at: string): Promise<number> => (await reading(parts, at)).state.rev;

function report(read: CaseReading, unmatched: readonly Unmatched[]): Played {
  const options = read.options();
  const frozen = freezePlan(read);
  const found = (kind: Finding['kind']) => read.findings.filter((finding) => finding.kind === kind).map(({ side, what, from }) => ({ side, what, from: from.flatMap((source) => ('prompt' in source ? [source.prompt] : [])) }));
  return {
    flags: flagsOf(read),
    tier: { is: read.tier.is, why: read.tier.why },
    barriers: found('barrier'),
    enablers: found('enabler'),
    options: options.options.map(({ activity, fits, reasons, changes }) => ({ id: activity.id, name: activity.name, fits: { po: fits.po.state, pe: fits.pe.state, eo: fits.eo.state }, reasons, changes })),
    nothingFits: options.nothingFits,
    plan: { text: planText(read.plan(), { audience: 'worker' }), missing: read.gate().filter(({ ok }) => !ok).map(({ label }) => label) },
    posted: { text: postedText(postedPlan(frozen, { ref: read.state.ref })) },
    exit: read.state.closed?.exit ?? read.conversation.fired.find(({ trigger }) => trigger.suggestsExit !== undefined)?.trigger.suggestsExit ?? null,
    unmatched,
  };
}

/** What is a concern now; then what was said to be denied, past, somebody else's or only if. */
function flagsOf({ concerns, noted }: CaseReading): Played['flags'] {
  const now = concerns.map(({ code, urgency, words }) => ({ code, status: 'present', urgency, words }));
  const besides = noted.flatMap(({ code, urgency, mentions }) => mentions.filter(({ status }) => status !== 'present').map(({ status, words }) => ({ code, status, urgency, words })));
  return [...now, ...besides];
}
