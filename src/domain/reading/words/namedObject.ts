/** To whom it is done may be named, and whose it is: "hits his mother", "tells Kath what to wear", "all mum's money". Rules speak of "her" and "him". */
import type { Reworded } from './rewordings';
import { isMale, isName, isSomebody, isTitle, isWomansTitle } from './somebodyNamed';
import type { Token } from './token';
import { formsOf } from '../patterns/inflections';
import { wordSet } from './wordSet';

const doings = 'hit hurt beat slap punch kick push shove grab strangle throttle thump batter threaten control bully lock force make stop tell call touch grope rape follow stalk watch drag pull throw choke burn bite scratch scare frighten intimidate belittle isolate starve poison kill harm attack assault abuse exploit rob'.split(' ');
const does = new Set(doings.flatMap((verb) => [...formsOf(verb)]));
/** "shouts at his mother" */
const at = wordSet('at');
const shouting = new Set(['shout', 'scream', 'yell', 'swear', 'spit', 'lash out', 'go'].flatMap((verb) => [...formsOf(verb)]));
const owners = wordSet('her his my their our the both');
const describing = wordSet('old elderly young younger older little own disabled poor frail');
const mostDescribing = 2;
/** "The man from the broadband" is nobody of ours. */
const anybody = wordSet('man woman bloke chap lady boy girl lad lass manager boss driver builder');

type IsWord = (plain: string) => boolean;
type Named = { readonly takes: number; readonly isHis: boolean; readonly possessive: boolean };

/** Undefined where nobody is named to whom it is done or whose it is. */
export function namedObject(text: string, tokens: readonly Token[], from: number, last: number, isWord: IsWord): Reworded | undefined {
  const named = namedAt(text, tokens, from, last, isWord);
  if (!named || from + named.takes > last + 1) return undefined;
  const { takes, isHis, possessive } = named;
  if (possessive) return from + takes <= last && !isSomebody(tokens[from + takes]!.plain) ? { takes, as: [isHis ? 'his' : 'her'] } : undefined;
  return isDoneTo(tokens, from) ? { takes, as: [isHis ? 'him' : 'her'] } : undefined;
}

function isDoneTo(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.plain ?? '';
  return does.has(before) || (at.has(before) && shouting.has(tokens[from - 2]?.plain ?? ''));
}

/** "his elderly mother", "Mrs Shah", "Kath", "the client" */
function namedAt(text: string, tokens: readonly Token[], from: number, last: number, isWord: IsWord): Named | undefined {
  const first = tokens[from]!;
  if (isTitle(first.plain) && from < last) return { takes: 2, isHis: !isWomansTitle(first.plain), possessive: tokens[from + 1]!.possessive };
  if (from > 0 && isName(text, first, isWord)) return { takes: 1, isHis: false, possessive: first.possessive };
  let head = from;
  if (owners.has(first.plain)) for (head++; head < last && head - from <= mostDescribing && describing.has(tokens[head]!.plain); ) head++;
  const noun = tokens[head];
  return noun && head <= last && isSomebody(noun.plain) && (noun.possessive || !anybody.has(noun.plain)) && (head > from || noun.possessive) ? { takes: head - from + 1, isHis: isMale(noun.plain), possessive: noun.possessive } : undefined;
}
