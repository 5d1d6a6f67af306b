/** The operator's page: one page of HTML without a script, readable on a phone, in the dark, and by a screen reader. */
import type { Standing } from './standing';

const letters: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => letters[letter]!);

const style = `
:root { color-scheme: light dark; --ink: #1b1b1f; --soft: #55555e; --page: #fff; --line: #c8c8d0; --bad: #a4262c; --good: #0b6a0b }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f5; --soft: #b9b9c4; --page: #1f1f24; --line: #4a4a55; --bad: #ff99a4; --good: #86d386 } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.5rem; margin: 0 0 .25rem } h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem }
p { margin: .25rem 0 } .soft { color: var(--soft) } .bad { color: var(--bad); font-weight: 600 } .good { color: var(--good); font-weight: 600 }
dl { display: grid; grid-template-columns: minmax(9rem, 1fr) 2fr; gap: .35rem 1rem; margin: 0; border-top: 1px solid var(--line); padding-top: .5rem }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere } ul { margin: 0; padding-left: 1.2rem }
`;

type Row = readonly [name: string, value: string, mood?: 'bad' | 'good'];

/** Says first whether somebody must do something. */
export function operatorPage(standing: Standing): string {
  const troubles = troublesIn(standing);
  const lead = troubles.length === 0 ? '<p class="good">Everything is as it should be.</p>' : `<ul>${troubles.map((trouble) => `<li class="bad">${escaped(trouble)}</li>`).join('')}</ul>`;
  const blocks = [
    block('Owed work', owedRows(standing)),
    block('Messages since this instance started', [
      ['Sent', counted(standing.sends.sent)],
      ['Failed, tried again', counted(standing.sends.failedForNow)],
      ['Failed for good', counted(standing.sends.failedForGood), standing.sends.failedForGood > 0 ? 'bad' : undefined],
    ]),
    block('Store', [
      ['Kind', standing.store.kind],
      ['Answers', standing.store.answers ? 'yes' : 'no', standing.store.answers ? 'good' : 'bad'],
    ]),
    block('Directory', [
      ['Version', standing.directory.version],
      ['Services on offer', counted(standing.directory.services)],
    ]),
    block('Versions', [
      ['Bot', standing.versions.app],
      ['Content', standing.versions.content],
      ['Node', standing.versions.node],
      ['Running since', moment(standing.since)],
    ]),
  ];
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Threefold: how it stands</title><style>${style}</style></head><body><main><h1>How Threefold stands</h1><p class="soft">${moment(standing.at)}. Load the page again to see it anew.</p>${lead}${blocks.join('')}</main></body></html>`;
}

/** Minutes after which something that is owed has waited for too long: every try before that is part of the plan. */
const tooLong = 60;

/** What somebody has to do something about, most urgent first. */
export function troublesIn({ at, store, owed, sends, contacts }: Standing): readonly string[] {
  const waits = owed?.oldest === undefined ? 0 : (Date.parse(at) - Date.parse(owed.oldest)) / 60_000;
  return [
    ...(store.answers ? [] : ['The store does not answer. Nobody can work until it does; nothing that was answered is lost. Look at the store and its network.']),
    ...(waits > tooLong ? [`Something has been owed for ${lasted(waits)}. Look in the log for deliver-all, post, update and tell.`] : []),
    ...(sends.failedForGood > 0 ? [`${counted(sends.failedForGood)} ${sends.failedForGood === 1 ? 'message' : 'messages'} could not be delivered for good. Each link worker was told in their chat, if they can be reached. The log says why.`] : []),
    ...contacts,
  ];
}

function owedRows({ at, owed }: Standing): Row[] {
  if (owed === undefined) return [['Not known', 'The store does not answer.', 'bad']];
  const waits = owed.oldest === undefined ? undefined : (Date.parse(at) - Date.parse(owed.oldest)) / 60_000;
  return [
    ['Cases with something to deliver', counted(owed.cases)],
    ...(owed.oldest === undefined || waits === undefined ? [] : [['Waiting longest', `${lasted(waits)}, since ${moment(owed.oldest)}`, waits > tooLong ? 'bad' : undefined] as Row]),
    ['Reminders that have come due', counted(owed.reminders)],
  ];
}

const block = (title: string, rows: readonly Row[]): string =>
  `<section><h2>${escaped(title)}</h2><dl>${rows.map(([name, value, mood]) => `<dt>${escaped(name)}</dt><dd${mood === undefined ? '' : ` class="${mood}"`}>${escaped(value)}</dd>`).join('')}</dl></section>`;

const counted = (count: number): string => count.toLocaleString('en-GB');
const moment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
const lasted = (minutes: number): string => (minutes < 120 ? `${Math.round(minutes)} minutes` : minutes < 2_880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1_440)} days`);
