/** Reads a case: everything that is known of it between two turns, from its events, the framework and the catalogue. */
import type { Catalogue } from '../activities/activity';
import { fitOfWants } from '../activities/fitOfWants';
import { readOption, readOptions } from '../activities/readOptions';
import type { OpenCase } from '../case/case';
import { chosenNow } from '../case/chosen';
import { readConversation } from '../case/conversation';
import { stepNow } from '../case/steps';
import type { Content } from '../framework/content';
import { applyEdits } from '../plan/applyEdits';
import { checkGate } from '../plan/checkGate';
import { draftPlan } from '../plan/draftPlan';
import { proposeFiling } from '../reading/proposeFiling';
import type { CaseReading } from './caseReading';
import { readConcerns } from './concerns';
import { readCoverage } from './coverage';
import { readFindings } from './findings';
import { readMeanings } from './meanings';
import { readNoticed } from './noticed';
import { readProcess } from './process';
import { readSuggestions } from './suggestions';
import { readTier } from './tier';

export type CaseToRead = { readonly caseId: string; readonly state: OpenCase; readonly content: Content; readonly catalogue: Catalogue; readonly today: string };

/** Pure: the same case, framework, catalogue and day read the same. Each part is read when it is asked for, once: a card needs few of them. */
export function readCase({ caseId, state, content, catalogue, today }: CaseToRead): CaseReading {
  const conversation = readConversation(state, content.framework);
  const concerns = readConcerns(state, conversation, content);
  const step = stepNow(state, conversation);
  const meanings = once(() => readMeanings(conversation));
  const findings = once(() => readFindings(conversation));
  const coverage = once(() => readCoverage(state, conversation, content.framework));
  const suggestions = once(() => readSuggestions(state, conversation, coverage()));
  const tier = once(() => readTier(state, conversation, meanings(), findings(), concerns));
  const noticed = once(() => readNoticed({ state, conversation, concerns, shown: step?.prompt.id, findings, suggestions }));
  const process = once(() => readProcess(state, conversation, content));
  const proposals = once(() => state.notes.flatMap((note) => proposeFiling(note, content.filing, new Set(conversation.open.map(({ id }) => id)))));
  const matching = once(() => ({ catalogue, state, conversation, meanings: meanings(), concerns, today }));
  const activity = once(() => {
    const now = chosenNow(state, conversation);
    return catalogue.activities.find(({ id }) => id === now?.activity);
  });
  const chosen = once(() => {
    const found = activity();
    return found && readOption(found, matching());
  });
  const edited = once(() => {
    const [option, found] = [chosen(), activity()];
    const draft = draftPlan({ state, conversation, concerns, findings: findings(), ...(option ? { option } : {}), ...(found ? { activity: found } : {}) });
    return applyEdits(draft, state.edits, conversation);
  });
  const plan = () => edited().body;
  return {
    ...{ caseId, state, content, catalogue, today, conversation, concerns, step },
    get meanings() {
      return meanings();
    },
    get findings() {
      return findings();
    },
    get coverage() {
      return coverage();
    },
    get suggestions() {
      return suggestions();
    },
    get tier() {
      return tier();
    },
    get noticed() {
      return noticed();
    },
    get process() {
      return process();
    },
    get proposals() {
      return proposals();
    },
    options: once(() => readOptions(matching())),
    chosen,
    fits: once(() => chosen()?.fits ?? fitOfWants(matching())),
    plan,
    editsLeftOut: () => edited().refused,
    gate: once(() => checkGate({ body: plan(), state, conversation, concerns, tier: tier() })),
  };
}

function once<Value>(read: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: read() }).value;
}
