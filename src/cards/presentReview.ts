/** What a reviewer is shown. `Shown.summary` is read by notifications: it holds the reference and where the plan stands. */
import { isUndecided } from '../domain/case/owed';
import { capital } from '../domain/learnt/capital';
import { dayInWords } from '../domain/plan/days';
import { entriesOf, type Block } from '../domain/plan/entries';
import { inputId } from './actions';
import { mainButton, menuButton, sideButton, type Button } from './buttons';
import { postedChanges } from './changesView';
import { decisionWords } from './decisionWords';
import { cleanText, escapeText, plainLine, shorten, unbroken } from './escape';
import { blockViews } from './planBlocks';
import { factsOf, itemName, planFace, safetyWords, statusOf } from './planFace';
import { renderCard, type AdaptiveCard } from './registry';
import { fullPlanCard, postedPlanCard, reviewFormCard, reviewNoticeCard } from './reviewCards';
import type { ReviewDesk, ReviewScreen } from './screen';
import type { Shown } from './shown';
import { tierName } from './tierWords';

export function presentReview(screen: ReviewScreen, desk: ReviewDesk): Shown {
  if (desk.setAside !== undefined) return { card: setAsideCard(desk.setAside, desk), summary: setAsideWords(desk)[desk.setAside].title, caseId: desk.caseId };
  const { word } = statusOf(desk.submission, desk.latest);
  return { card: cardOf(screen, desk), summary: `Action plan ${desk.ref}: ${word.toLowerCase()}`, caseId: desk.caseId };
}

function cardOf(screen: ReviewScreen, desk: ReviewDesk): AdaptiveCard {
  switch (screen.kind) {
    case 'posted-plan':
      return postedPlan(desk);
    case 'change-form':
      return changeForm(desk, screen);
    case 'full-plan':
      return fullPlan(desk);
    case 'cannot':
      return renderCard(reviewNoticeCard, {
        fallback: 'Please update Teams to see this card.',
        title: 'That did not go through',
        text: `${escapeText(screen.text)} Nothing was changed.`,
        buttons: [mainButton('Back to the plan', { verb: 'show-posted', ...onPlan(desk) })],
      });
  }
}

const setAsideWords = ({ workerName }: ReviewDesk) => ({
  restricted: { title: 'This plan is set aside', text: 'Its record is kept and not used for now, so the plan is not shown and cannot be decided on. It comes back when that has ended.' },
  consent: { title: 'This plan is not shown for now', text: `The person’s consent has changed since it was posted, so it cannot be read or decided on here. Please speak to the link worker, ${escapeText(shorten(workerName, 60))}, who asks the person again. It comes back if they agree to it.` },
  withdrawn: { title: 'This plan was withdrawn', text: 'The record that it belonged to is not kept any more. There is nothing to do here.' },
});

/** Not even the reference stands on it. */
function setAsideCard(how: NonNullable<ReviewDesk['setAside']>, desk: ReviewDesk): AdaptiveCard {
  const words = setAsideWords(desk)[how];
  return renderCard(reviewNoticeCard, { fallback: `${words.title}. Please update Teams to see this card.`, ...words, buttons: [] });
}

const onPlan = ({ caseId, submission }: ReviewDesk): { caseId: string; version: number } => ({ caseId, version: submission.plan.version });

function postedPlan(desk: ReviewDesk): AdaptiveCard {
  const { ref, workerName, submission, previous, latest } = desk;
  const changes = previous ? postedChanges(previous.plan, submission.plan) : [];
  return renderCard(postedPlanCard, {
    fallback: `Action plan ${ref}. Please update Teams to read it.`,
    plan: planFace({ ref, workerName, plan: submission.plan, status: statusOf(submission, latest), ...(submission.plan.version === latest ? { safety: desk.safety } : {}) }),
    changedSince: previous && changes.length > 0 ? `What changed since version ${previous.plan.version}` : '',
    changes,
    ...decisionWords(submission),
    foot: footOf(desk),
    buttons: [...decisionButtons(desk), menuOrSide(desk)],
  });
}

/** A decision can be taken once, on the newest version. */
const isOpen = ({ submission, latest }: ReviewDesk): boolean => submission.plan.version === latest && isUndecided(submission);

function decisionButtons(desk: ReviewDesk): Button[] {
  if (!isOpen(desk)) return [];
  const { gate } = desk.submission.plan;
  const ask = { verb: 'show-change-form' as const, ...onPlan(desk) };
  const isComplete = gate.every(({ ok }) => ok);
  const wasTaken = desk.submission.decisions.length > 0;
  return [
    ...(isComplete ? [mainButton('Agree', { verb: 'agree', ...onPlan(desk) }), sideButton('Ask for a change', ask)] : [mainButton('Ask for a change', ask)]),
    ...(wasTaken ? [] : [sideButton('Talk in supervision', { verb: 'to-supervision' as const, ...onPlan(desk) })]),
  ];
}

/** Behind the menu while there is something to decide; the only button once it is decided. */
const menuOrSide = (desk: ReviewDesk): Button => (isOpen(desk) ? menuButton : sideButton)('Open the full plan in my chat', { verb: 'open-full-plan', ...onPlan(desk) });

function footOf(desk: ReviewDesk): string {
  if (!isOpen(desk)) return '';
  const isComplete = desk.submission.plan.gate.every(({ ok }) => ok);
  const closed = desk.closedOn === undefined ? [] : [`The link worker closed this case on ${dayInWords(desk.closedOn)}.`];
  return [...closed, ...(isComplete ? [] : ['It can be agreed once everything is there.']), ...(desk.selfReview ? ['Trying it out: here the link worker may review their own plan. In a team, somebody else does.'] : [])].join(' ');
}

/** What a change can be asked of. The words are those of the posted plan alone: the rest of a line is read in the full plan. */
const toChange: { readonly [Of in Block]?: 'with its words' | 'by its name' } = { goals: 'with its words', steps: 'with its words', ifThen: 'with its words', review: 'with its words', ifHarder: 'by its name' };

function changeForm(desk: ReviewDesk, { problem, typed }: Extract<ReviewScreen, { kind: 'change-form' }>): AdaptiveCard {
  const { ref, submission } = desk;
  const { version, body } = submission.plan;
  const entries = entriesOf(body).filter(({ target, block }) => block in toChange && !target.includes('.'));
  return renderCard(reviewFormCard, {
    fallback: 'Please update Teams to ask for a change.',
    title: 'Ask for a change',
    facts: `Action plan ${unbroken(ref)} \u00b7 version ${version}`,
    problem: escapeText(problem ?? ''),
    choices: [
      {
        id: inputId('line', version),
        label: 'Which part of the plan?',
        look: 'compact',
        value: 'plan',
        options: [{ title: 'The plan as a whole', value: 'plan' }, ...entries.slice(0, 30).map(({ target, block, label, text }) => ({ title: plainLine(toChange[block] === 'with its words' ? `${label}: ${text}` : label, 40), value: target }))],
      },
    ],
    boxes: [{ id: inputId('words', version), label: 'What should change, and why', placeholder: 'Everybody here can read this', value: cleanText(typed ?? '') }],
    foot: 'The request stands on this card for everybody here, and the link worker is told of it. Please leave out names and health details.',
    buttons: [mainButton('Send the request', { verb: 'ask-change', ...onPlan(desk) }), sideButton('Back to the plan', { verb: 'show-posted', ...onPlan(desk) })],
  });
}

function fullPlan(desk: ReviewDesk): AdaptiveCard {
  const { ref, workerName, submission, latest } = desk;
  const { plan } = submission;
    const missing = plan.gate.filter(({ ok }) => !ok);
  return renderCard(fullPlanCard, {
    fallback: `Action plan ${ref}. Please update Teams to read it.`,
    title: `Action plan ${unbroken(ref)}`,
    facts: factsOf({ version: plan.version, ...(plan.body.review ? { reviewOn: plan.body.review.on } : {}) }, workerName),
    status: statusOf(submission, latest),
    private: 'Only you see this. Who opened it is recorded. What is restricted stays with the link worker.',
    blocks: blockViews(plan.body, desk.takenBack),
    tier: [`${tierName(plan.tier.is)}.`, ...plan.tier.why.slice(0, 4).map((why) => escapeText(capital(why.replace(/^[A-Z]{2,3}\d{1,2}: /u, ''))))],
    gateTitle: missing.length === 0 ? `Complete: all ${plan.gate.length} things are there` : 'Still to come',
    gate: missing.map(({ id }) => itemName(id)),
    safety: safetyWords(plan.version === latest ? desk.safety : plan.safety),
    ...decisionWords(submission),
    buttons: decisionButtons(desk),
  });
}
