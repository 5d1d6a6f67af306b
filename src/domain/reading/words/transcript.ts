/** A recording's transcript (WebVTT, SubRip) parts what one person says every few seconds: its times and numbers are nobody's words. */

const timing = /^[ \t]*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}[ \t]+-->/m;
const line = /[^\n\r]*(?:\r\n|[\n\r]|$)/y;
const isTiming = /^\s*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->/;
/** The head, the number or the name of a cue. */
const isFrame = /^\s*(?:WEBVTT\b.*|NOTE\b.*|\d{1,6}|[\da-f]{8}-[\da-f-]{27}(?:\/\d+-\d+)?)?\s*$/i;
const speaker = /^\s*<v(?:\.[^ >]*)? ([^<>]{1,80})>/;
const tag = /<\/?[a-z][^<>]{0,80}>/g;

/** The same text with spaces for the frame around what is said, and what one person says in a row as one; every word keeps its place. Linear time. */
export function spokenOnly(text: string): string {
  if (!timing.test(text)) return text;
  const parts: string[] = [];
  let who: string | undefined;
  for (const each of linesOf(text)) {
    const blank = ' '.repeat(each.length);
    if (isTiming.test(each) || isFrame.test(each)) {
      parts.push(blank);
      continue;
    }
    const now = speaker.exec(each)?.[1];
    if (now !== undefined && now !== who && parts.length > 0) endBefore(parts);
    who = now ?? who;
    parts.push(each.replace(tag, (found) => ' '.repeat(found.length)).replace(/[\n\r]/g, ' '));
  }
  return parts.join('');
}

function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += lines.at(-1)!.length) {
    line.lastIndex = at;
    lines.push(line.exec(text)![0]);
  }
  return lines;
}

/** Somebody else speaks: what stands before ends there. */
function endBefore(parts: string[]): void {
  const last = parts.at(-1)!;
  parts[parts.length - 1] = `${last.slice(0, -1)}\n`;
}
