/** The record of one person as a page that can be read, printed and listened to. It needs nothing from elsewhere. */
import { dayInWords } from '../domain/plan/days';
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

function trailOf({ trail }: PersonRecord): string {
  const rows = trail.map(({ at, by, verb, outcome }) => `<tr><td>${day(at)}</td><td>${escape(by)}</td><td>${escape(verb)}${outcome === 'done' ? '' : `, ${outcome}`}</td></tr>`);
  return `<h2>Every time that somebody looked at it or did something</h2>\n<table><thead><tr><th scope="col">Day</th><th scope="col">Who</th><th scope="col">What</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

const day = (at: string): string => `${dayInWords(dayInLondon(at))} ${at.slice(0, 4)}`;

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
.look { display: block; border-left: .4em solid #212b32; padding-left: .6em; background: #fff9c4; }
</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
