/** Reads a case: everything that is known of it between two turns, from its events, the framework and the catalogue. */
import type { Activity, Catalogue } from '../activities/activity';
import { indexOf } from '../activities/catalogueIndex';
import { fitOfWants } from '../activities/fitOfWants';
import { heldBackBecause } from '../activities/gates';
import { matchOf } from '../activities/match';
import type { Standing } from '../activities/option';
import { readOption, readOptions, shutGate, type OptionsInput } from '../activities/readOptions';
import { searchActivities, type SearchReading } from '../activities/searchActivities';
import type { OpenCase } from '../case/case';
import { chosenNow } from '../case/chosen';
import { readConversation, type Conversation } from '../case/conversation';
import { stepNow } from '../case/steps';
import type { Content } from '../framework/content';
import { applyEdits, type RefusedEdit } from '../plan/applyEdits';
import { checkGate } from '../plan/checkGate';
import { draftPlan } from '../plan/draftPlan';
import type { PlanBody } from '../plan/frozenPlan';
import { proposeFiling } from '../reading/filing/proposeFiling';
import type { CaseReading } from './caseReading';
import { codesRaisedBy, readConcerns } from './concerns';
import { readCoverage } from './coverage';
import { readFindings } from './findings';
import { readMeanings } from './meanings';
import { readMentions, type CaseMention } from './mentions';
import { readNoticed } from './noticed';
import { readProcess } from './process';
import { readSuggestions } from './suggestions';
import { readTier } from './tier';

export type CaseToRead = { readonly caseId: string; readonly state: OpenCase; readonly content: Content; readonly catalogue: Catalogue; readonly today: string };

/** Pure: the same case, framework, catalogue and day read the same. Each part is read when it is asked for, once: a card needs few of them. */
export const readCase = (given: CaseToRead): CaseReading => new Reading(given);

class Reading implements CaseReading {
  readonly caseId: string;
  readonly state: OpenCase;
  readonly content: Content;
  readonly catalogue: Catalogue;
  readonly today: string;
  readonly conversation: Conversation;
  readonly concerns: CaseReading['concerns'];
  readonly noted: CaseReading['noted'];
  readonly step: CaseReading['step'];

  readonly #meanings = once(() => readMeanings(this.conversation));
  readonly #findings = once(() => readFindings(this.conversation));
  readonly #coverage = once(() => readCoverage(this.state, this.conversation, this.content.framework));
  readonly #suggestions = once(() => readSuggestions(this.state, this.conversation, this.coverage));
  readonly #tier = once(() => readTier(this.state, this.conversation, this.meanings, this.findings, this.concerns));
  readonly #noticed = once(() => readNoticed({ state: this.state, conversation: this.conversation, concerns: this.concerns, findings: this.#findings }));
  readonly #process = once(() => readProcess(this.state, this.conversation, this.content));
  readonly #proposals = once(() => this.#propose());
  readonly #matching = once((): OptionsInput => {
    const { catalogue, state, conversation, meanings, concerns, today, content } = this;
    return { catalogue, state, conversation, meanings, concerns, today, match: matchOf({ conversation, observations: state.observations, activities: catalogue.activities, concepts: content.concepts }) };
  });
  readonly #activity = once(() => this.#findActivity());
  readonly #mentions: readonly CaseMention[];
  readonly #edited = once(() => this.#draft());

  readonly options = once(() => readOptions(this.#matching()));
  readonly heldBack = once(() => heldBackBecause(this.#matching()));
  readonly search = once(() => this.#search());
  readonly chosen = once(() => {
    const found = this.#activity();
    return found && readOption(found, this.#matching());
  });
  readonly chosenButGone = (): string | undefined => (this.#activity() ? undefined : chosenNow(this.state, this.conversation)?.name);
  readonly fits = once(() => this.chosen()?.fits ?? fitOfWants(this.#matching()));
  readonly plan = (): PlanBody => this.#edited().body;
  readonly editsLeftOut = (): readonly RefusedEdit[] => this.#edited().refused;
  readonly gate = once(() => checkGate({ body: this.plan(), state: this.state, conversation: this.conversation, concerns: this.concerns, tier: this.tier }));

  constructor({ caseId, state, content, catalogue, today }: CaseToRead) {
    this.caseId = caseId;
    this.state = state;
    this.content = content;
    this.catalogue = catalogue;
    this.today = today;
    const mentions = readMentions(state, content.lexicon);
    this.#mentions = mentions;
    this.conversation = readConversation(state, content.framework, { lexicon: content.lexicon, codes: codesRaisedBy(mentions, state) });
    const concerns = readConcerns(state, this.conversation, content, mentions);
    this.concerns = concerns.filter(({ grade }) => grade === 'prompt');
    this.noted = concerns.filter(({ grade }) => grade !== 'prompt');
    this.step = stepNow(state, this.conversation);
  }

  get meanings() {
    return this.#meanings();
  }
  get findings() {
    return this.#findings();
  }
  get coverage() {
    return this.#coverage();
  }
  get suggestions() {
    return this.#suggestions();
  }
  get tier() {
    return this.#tier();
  }
  get noticed() {
    return this.#noticed();
  }
  get process() {
    return this.#process();
  }
  get proposals() {
    return this.#proposals();
  }

  #search(): SearchReading | undefined {
    const last = this.state.searches.at(-1);
    const { catalogue, content, today } = this;
    return last && searchActivities({ words: last.words, from: last.from, activities: catalogue.activities, ...(catalogue.heard ? { heard: catalogue.heard } : {}), concepts: content.concepts(), today, isShut: (activity) => shutGate(activity, this.#matching()) !== undefined });
  }

  standingOf(id: string): Standing | undefined {
    const { activities, placeOf } = indexOf(this.catalogue.activities);
    const activity = activities[placeOf.get(id) ?? -1];
    if (!activity) return undefined;
    const gate = shutGate(activity, this.#matching());
    return { option: readOption(activity, this.#matching()), ...(gate && { gate }) };
  }

  #propose(): CaseReading['proposals'] {
    const { conversation, content } = this;
    const open = new Set(conversation.open.map(({ id }) => id));
    const prompts = new Set(content.framework.prompts.filter(({ restricted }) => restricted).map(({ id }) => id));
    const isGuarded = ({ code, status }: CaseMention): boolean => (content.concerns.get(code)?.restricted ?? false) && (status === 'present' || status === 'other');
    return this.state.notes.flatMap((note) => {
      const stretches = this.#mentions.filter((mention) => mention.where.kind === 'note' && mention.where.note === note.id && mention.grade === 'prompt' && isGuarded(mention)).map(({ sentence }) => sentence);
      return proposeFiling(note, content.filing, open, { stretches, prompts });
    });
  }

  #findActivity(): Activity | undefined {
    const now = chosenNow(this.state, this.conversation);
    const { activities, placeOf } = indexOf(this.catalogue.activities);
    return activities[placeOf.get(now?.activity ?? '') ?? -1];
  }

  #draft(): { readonly body: PlanBody; readonly refused: readonly RefusedEdit[] } {
    const [option, activity] = [this.chosen(), this.#activity()];
    const draft = draftPlan({ state: this.state, conversation: this.conversation, concerns: this.concerns, noted: this.noted, findings: this.findings, ...(option ? { option } : {}), ...(activity ? { activity } : {}) });
    const hidden = new Set([...this.concerns, ...this.noted].flatMap(({ withheldEdits }) => withheldEdits));
    const { body, refused } = applyEdits(draft, this.state.edits.filter((_, index) => !hidden.has(index)), this.conversation);
    return { body, refused: [...refused, ...this.state.edits.filter((_, index) => hidden.has(index)).map((edit): RefusedEdit => ({ edit, why: 'private' }))] };
  }
}

function once<Value>(read: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: read() }).value;
}
