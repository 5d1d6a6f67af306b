/** "I'm worried": the worker's own worry is reason enough, in any words. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { mainButton, sideButton, tile } from './buttons';
import { escapeText } from './escape';
import { field, renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import type { AdaptiveCard } from './registry';
import { inputId } from './actions';
import { showKeeping } from './show';
import { emergencyText, textOf } from './textOf';
import { toldBy } from './toldBy';

export function presentWorried(reading: CaseReading, screen: { readonly problem?: string; readonly typed?: string; readonly said?: string; readonly fields?: Readonly<Record<string, string>> }): AdaptiveCard {
  const { caseId, state, conversation, content } = reading;
  const { rev } = state;
  const plainAsking = conversation.open.filter(({ restricted }) => restricted);
  return renderForm({
    header: headerOf(reading, 'I’m worried'),
    news: newsOf(screen),
    title: 'What worries you?',
    intro: escapeText(textOf(content, 'worried')),
    banner: { title: '', text: emergencyText(content), style: 'emphasis' },
    boxes: [field('words', rev, 'What you saw or heard', { value: screen.typed ?? '', placeholder: 'A few words will do' })],
    lines: [field('owner', rev, 'Who takes it on (if you know)', { value: screen.fields?.['owner'] ?? '', placeholder: 'Name and role' }), field('action', rev, 'What they will do, and by when', { value: screen.fields?.['action'] ?? '' })],
    choices: [{ id: inputId('route', rev), label: 'How did you tell them?', value: screen.fields?.['route'] ?? '', options: toldBy }],
    groups: plainAsking.length === 0 ? [] : [{ label: 'Or ask plainly, in private', tiles: plainAsking.map(({ id, topic }) => tile(topic, { verb: 'open-prompt', caseId, rev, prompt: id, box: 'observation' }, { text: escapeText(topic) })) }],
    foot: 'It stays in your own chat. The plan waits until somebody has replied.',
    buttons: [mainButton('Record my worry', { verb: 'raise-concern', caseId, rev }), sideButton('Go back', showKeeping(reading, 'talk')), sideButton('Everything that is open', showKeeping(reading, 'concerns'))],
  });
}
