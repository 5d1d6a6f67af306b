/** Text of a directory as a reader sees it: councils paste HTML, entities and whatever their editor left behind. */

/** Longer than any description that somebody reads; what lies beyond is dropped before anything looks at it. */
const LOOKED_AT = 200_000;

export type PlainText = { readonly text: string; /** How many characters there were, when the text was cut. */ readonly cutFrom?: number };

/** Returns the text without markup, one space between words and one line a paragraph, cut at a word when it is longer than `most`. */
export function plainText(raw: string, most: number): PlainText {
  if (raw.length <= most && alreadyPlain.test(raw)) return { text: raw };
  const text = tidy(decoded(withoutTags(decodedMarkup(raw.slice(0, LOOKED_AT)))));
  if (text.length <= most && raw.length <= LOOKED_AT) return { text };
  return { text: cutAtWord(text, most), cutFrom: Math.max(raw.length, text.length) };
}

/** Most of what a feed holds: ids, names, days, numbers. */
const alreadyPlain = /^(?:[!-%'-;=-~]+ )*[!-%'-;=-~]+$/;

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.search(/\s\S*$/);
  return `${cut.slice(0, space > most / 2 ? space : cut.length).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

/** Some feeds escape their HTML once more: "&lt;p&gt;" is a tag too. */
const decodedMarkup = (text: string): string => (/&lt;\/?[a-z]/i.test(text) && !/<\/?[a-z][^<>]{0,200}>/i.test(text) ? decoded(text) : text);

const breaks = new Set(['p', 'br', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'header', 'footer', 'hr', 'blockquote', 'dd', 'dt', 'dl']);
const silent = new Set(['script', 'style', 'head', 'template', 'iframe', 'svg', 'noscript']);

/** One walk through the text: a tag begins with a letter, "/" or "!", so that "ages <5" stays. */
function withoutTags(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open === -1) break;
    const close = /[a-z/!?]/i.test(text[open + 1] ?? '') ? endOfTag(text, open) : -1;
    if (close === -1) {
      parts.push(text.slice(at, open + 1));
      at = open + 1;
      continue;
    }
    parts.push(text.slice(at, open));
    const name = /^<\/?([a-z][a-z0-9]*)/i.exec(text.slice(open, open + 20))?.[1]?.toLowerCase() ?? '';
    at = silent.has(name) && text[open + 1] !== '/' ? endOfSilent(text, name, close) : close;
    if (breaks.has(name)) parts.push(name === 'li' && text[open + 1] !== '/' ? '\n- ' : '\n');
    else if (name === 'td' || name === 'th') parts.push(' ');
  }
  return parts.concat(text.slice(at)).join('');
}

/** No tag is longer than this: an open bracket without its partner is a bracket. */
const LONGEST_TAG = 5_000;

function endOfTag(text: string, open: number): number {
  if (text.startsWith('<!--', open)) {
    const end = text.indexOf('-->', open);
    return end === -1 ? text.length : end + 3;
  }
  const close = text.slice(open, open + LONGEST_TAG).indexOf('>');
  return close === -1 ? -1 : open + close + 1;
}

function endOfSilent(text: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\s{0,20}>`, 'i').exec(text.slice(from));
  return end === null ? from : from + end.index + end[0].length;
}

const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', pound: '£', euro: '€', cent: '¢', copy: '©', reg: '®', trade: '™',
  ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', hellip: '…', bull: '•', middot: '·',
  eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', aacute: 'á', acirc: 'â', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß', oacute: 'ó', iacute: 'í', uacute: 'ú',
  ccedil: 'ç', ntilde: 'ñ', ocirc: 'ô', ucirc: 'û', icirc: 'î', wcirc: 'ŵ', ycirc: 'ŷ', Eacute: 'É', Acirc: 'Â', Wcirc: 'Ŵ',
  deg: '°', frac12: '½', frac14: '¼', frac34: '¾', times: '×', divide: '÷', plusmn: '±', thinsp: ' ', ensp: ' ', emsp: ' ', shy: '', zwj: '', zwnj: '', rarr: '→', larr: '←', sect: '§', para: '¶', iexcl: '¡', iquest: '¿', tab: ' ', newline: '\n',
};

/** Twice, because "&amp;nbsp;" is common. */
const decoded = (text: string): string => (text.includes('&') ? decodedOnce(decodedOnce(text)) : text);

const decodedOnce = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,9});/gi, (whole, name: string) => {
    if (name.startsWith('#')) return letterOf(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)) ?? whole;
    return named[name] ?? named[name.toLowerCase()] ?? whole;
  });

function letterOf(code: number): string | undefined {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '';
  // What Windows called 128 to 159 is what their editor meant.
  if (code >= 128 && code <= 159) return windows1252[code - 128];
  return String.fromCodePoint(code);
}

const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Control characters, marks of direction and of no width: nobody sees them, and they make the same word another. */
const unseen = new RegExp(`[${[[0, 8], [11, 12], [14, 31], [127, 159], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x2069], [0xfeff, 0xfeff], [0xfffe, 0xffff]].map(([from = 0, to = 0]) => `\\u${hex(from)}-\\u${hex(to)}`).join('')}]`, 'g');

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(unseen, '')
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '-')
    .join('\n')
    .normalize('NFC');
