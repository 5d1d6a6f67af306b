/**
 * The words of a message. Teams sends them as text, with marks for the bot's name and for a message that is answered; and
 * once more as HTML, which alone holds all the words when a message is forwarded or has something between < and >.
 */
import type { Activity } from 'botbuilder';
import { Parser } from 'htmlparser2';

export type Worded = Partial<Pick<Activity, 'text' | 'entities' | 'recipient'>> & { readonly attachments?: unknown };

/** Without the bot's name, and without what the message answers: those words are not the writer's. What is forwarded comes last. */
export function wordsOf(activity: Worded): string {
  const text = withoutNames(activity).replace(answered, ' ').replaceAll('\u00a0', ' ').trim();
  const html = htmlOf(activity);
  if (html === undefined) return text;
  const { own, forwarded } = readHtml(html);
  const left = forwarded.filter((each) => !inOneLine(text).includes(inOneLine(each)));
  return [text === '' || (!isMention.test(html) && holdsMore(own, text)) ? own : text, ...left].filter((each) => each !== '').join('\n\n');
}

const isMention = /schema\.skype\.com\/Mention/;
/** Teams has left out of the text what was typed between "<" and ">". */
function holdsMore(own: string, text: string): boolean {
  const [more, less] = [wordsIn(own), wordsIn(text)];
  let at = 0;
  for (const word of more) if (word === less[at]) at++;
  return at === less.length && more.length > less.length;
}
const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Stands for the message that is answered, whose words are not sent as text. */
const answered = /<quoted messageId="[^"<>]*"\s*\/>/gi;
const marks = { answered: 'schema.skype.com/Reply', forwarded: 'schema.skype.com/Forward' } as const;

/** Of others who are named the name stays. */
function withoutNames({ entities, recipient, text }: Worded): string {
  const mentions = (entities ?? []).filter((entity) => entity.type === 'mention' && (entity['mentioned'] as { id?: string } | undefined)?.id === recipient?.id);
  const names = mentions.map((mention) => String(mention['text'] ?? '')).filter((name) => name !== '');
  return names.reduce((rest, name) => rest.replaceAll(name, ''), text ?? '').replace(/<at(?: [^<>]*)?>([^<>]*)<\/at>/g, '$1');
}

function htmlOf({ attachments }: Worded): string | undefined {
  const all = Array.isArray(attachments) ? (attachments as readonly ({ readonly contentType?: unknown; readonly content?: unknown } | null)[]) : [];
  const content = all.find((one) => one?.contentType === 'text/html')?.content;
  return typeof content === 'string' ? content : undefined;
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Quote = keyof typeof marks | 'other';
const ownLine = new Set(['p', 'div', 'br', 'li', 'tr', 'blockquote', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'pre']);

/** What was written, and each of what was forwarded; the words that are answered are left out. */
function readHtml(html: string): { readonly own: string; readonly forwarded: readonly string[] } {
  const own: string[] = [];
  const forwarded: string[][] = [];
  const within: Quote[] = [];
  const depth = { answered: 0, forwarded: 0, other: 0 };
  const write = (words: string): void => {
    if (depth.answered === 0) (depth.forwarded > 0 ? forwarded.at(-1)! : own).push(words);
  };
  const parser = new Parser({
    onopentag(name, { itemtype = '', alt = '' }) {
      if (name === 'blockquote') {
        const quote: Quote = itemtype.endsWith(marks.answered) ? 'answered' : itemtype.endsWith(marks.forwarded) ? 'forwarded' : 'other';
        if (quote === 'forwarded') forwarded.push([]);
        within.push(quote);
        depth[quote]++;
      }
      if (name === 'img' && !/\p{L}/u.test(alt)) write(alt);
      if (ownLine.has(name)) write('\n');
    },
    ontext: (words) => write(words.replace(/[\r\n\t]+/g, ' ')),
    onclosetag(name) {
      if (name === 'blockquote') depth[within.pop() ?? 'other']--;
      if (name === 'td') write(' ');
      if (ownLine.has(name)) write('\n');
    },
  });
  parser.end(html);
  return { own: tidied(own), forwarded: forwarded.map(tidied) };
}

const tidied = (parts: readonly string[]): string => parts.join('').replaceAll('\u00a0', ' ').split('\n').map(inOneLine).filter((line) => line !== '').join('\n');
