import type { Mention } from '../reading/mention';
import { plain } from '../reading/words/phrase';

type Keyed = Pick<Mention, 'words' | 'status'> & { readonly rule: string };

/**
 * A name for each mention at a place: the same words by the same rule, read the same, have the same one, wherever else
 * the text was changed; said once more, they have another. What was said cannot be read from it, since it goes into
 * events that are not restricted.
 */
export function mentionKeys(place: string, mentions: readonly Keyed[]): readonly string[] {
  const times = new Map<string, number>();
  return mentions.map(({ rule, status, words }) => {
    const base = digest(`${place}|${rule}|${status}|${plain(words)}`);
    const time = (times.get(base) ?? 0) + 1;
    times.set(base, time);
    return time === 1 ? base : `${base}-${time}`;
  });
}

const { imul } = Math;

/** FNV-1a over two halves, 64 bits: short, stable, and the same everywhere. */
function digest(text: string): string {
  let [one, two] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    one = imul(one ^ text.charCodeAt(at), 0x01000193) >>> 0;
    two = imul(two ^ text.charCodeAt(text.length - 1 - at), 0x01000193) >>> 0;
  }
  return one.toString(36) + two.toString(36);
}
