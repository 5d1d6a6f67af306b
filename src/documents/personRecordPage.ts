/** The record of one person as a page that can be read, printed and listened to. It needs nothing from elsewhere. */
import { dayAndYear } from '../domain/plan/days';
import { byTheBot } from '../domain/case/owed';
import type { AuditVerb } from '../domain/record/auditEntry';
import { dayInLondon } from '../domain/case/londonTime';
import { needsReview, type PersonRecord, type RecordLine, type ReviewFor } from '../domain/record/personRecord';

const parts: Readonly<Record<RecordLine['part'], string>> = {
  said: 'What you said',
  written: 'What your link worker wrote down',
  concern: 'Worries, and what was done',
  plan: 'Your plan',
  course: 'What happened when',
  record: 'Who read it, and what was decided about the record',
};

const reviews: Readonly<Record<ReviewFor, string>> = {
  'names-somebody': 'may name somebody else',
  'about-somebody': 'may be about somebody else',
  restricted: 'restricted: a health professional decides first',
};

/** Returns the whole page. What needs a look before it is given out says so in words, in place. */
export function personRecordPage(record: PersonRecord): string {
  const marked = needsReview(record);
  const sections = Object.keys(parts) as RecordLine['part'][];
  return page(`What is kept under ${record.ref}`, [
    `<h1>What is kept about ${escape(record.name)}</h1>`,
    `<p>Reference ${escape(record.ref)}. Link worker: ${escape(record.workerName)}. Made on ${day(record.made)}.${record.yearOfBirth === undefined ? '' : ` Born ${record.yearOfBirth}.`}</p>`,
    marked === 0 ? '' : `<p class="look"><strong>Not to be given out yet.</strong> ${marked === 1 ? 'One line has' : `${marked} lines have`} to be looked at first. Each says why. Take out what must not be shared, and this box.</p>`,
    ...sections.map((part) => sectionOf(parts[part], record.lines.filter((line) => line.part === part))),
    trailOf(record),
  ]);
}

function sectionOf(title: string, lines: readonly RecordLine[]): string {
  if (lines.length === 0) return `<h2>${title}</h2>\n<p>Nothing is kept.</p>`;
  const rows = lines.map(({ at, what, words, review }) => {
    const look = review.length === 0 ? '' : `<span class="look">To look at first: ${review.map((why) => reviews[why]).join('; ')}.</span>`;
    return `<tr><td>${day(at)}</td><th scope="row">${escape(what)}</th><td>${escape(words)}${look}</td></tr>`;
  });
  return `<h2>${title}</h2>\n<table><thead><tr><th scope="col">Day</th><th scope="col">What</th><th scope="col">Words</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

const verbs: Readonly<Record<AuditVerb, string>> = {
  view: 'looked at it', open: 'opened it to read', change: 'wrote something down', decide: 'decided on the plan', post: 'brought a message', export: 'made a copy', erase: 'erased', restrict: 'set it aside', lift: 'took it up again', hold: 'kept it on',
  correct: 'put a statement to it', 'hand-over': 'handed it over', warn: 'said when it ends', reseal: 'sealed it anew', audit: 'read this list', administer: 'changed who may do what',
};

/** One line for each day, person and kind of thing: a conversation alone is a hundred entries. */
function trailOf({ trail, people }: PersonRecord): string {
  const times = new Map<string, number>();
  for (const { at, by, verb, outcome } of trail) {
    const cells = [day(at), people[by] ?? (by === byTheBot ? 'Threefold, the assistant' : by), `${verbs[verb]}${outcome === 'done' ? '' : `, ${outcome}`}`].map((cell) => `<td>${escape(cell)}</td>`).join('');
    times.set(cells, (times.get(cells) ?? 0) + 1);
  }
  const rows = [...times].map(([cells, count]) => `<tr>${count === 1 ? cells : cells.replace(/<\/td>$/u, `, ${count} times</td>`)}</tr>`);
  return `<h2>Every time that somebody looked at it or did something</h2>\n<table><thead><tr><th scope="col">Day</th><th scope="col">Who</th><th scope="col">What</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

const day = (at: string): string => dayAndYear(dayInLondon(at));

/** Words of people never become part of the page. */
const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);

const page = (title: string, body: readonly string[]): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>
body { font: 18px/1.5 Arial, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #212b32; background: #fff; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4em .6em; border-bottom: 1px solid #768692; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 40em) { thead { position: absolute; left: -999em; } tr, td, th { display: block; } tr { border-bottom: 1px solid #768692; padding: .4em 0; } td, th { border: 0; padding: .1em 0; } }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
.look { display: block; border-left: .4em solid #212b32; padding-left: .6em; background: #fff9c4; }
</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
