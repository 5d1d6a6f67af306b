/**
 * What only the word beside it mends: an apostrophe left out where the word is another one without it ("if I go hell kill
 * me", "shed rather be dead", "mums swallowed bleach"), and one word that is written as two ("no where"). Nothing is
 * changed where the words beside it leave another sense.
 */
import type { Token } from './token';
import { wordSet } from './wordSet';

const both = (one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> => new Set([...one, ...other]);

/** What comes after "will" and "would". */
const does = wordSet(
  'be have do go get come take make give put see find keep let leave tell say think know feel lose hurt hit cut kill die end jump hang drown stab strangle smother shoot burn drop dump push punch kick smash throw finish swing walk run drive drink eat sleep stop start try ask ring call phone pay buy sell need want like love hate miss wait stay stand sit lie fall break bring send carry hold turn pull move live look use work open shut lock follow report marry harm murder poison set help manage cope bite beat bury stick snap slap starve freeze hide swallow',
);
const adverbs = wordSet('not never just only always probably rather sooner still soon even happily gladly');
const willDo = both(does, adverbs);
/** After "had" too. */
const wouldDo = both(willDo, wordSet('been gone had got come taken told said done rung run fallen slid lost made left kept tried stopped started asked wanted thought sent moved walked already'));
const isSo = wordSet('the a an been not just killing getting going my his her our like so too only always never gone got all no time over burning hurting coming doing making eating driving ruining');

/** The words with which it is no noun and no adjective: `unlike` before it, or else only `after` these; `next` behind it. */
type Contraction = { readonly words: readonly [string, string]; readonly next: ReadonlySet<string>; readonly unlike?: ReadonlySet<string>; readonly after?: ReadonlySet<string> };

const contractions: ReadonlyMap<string, Contraction> = new Map([
  ['hell', { words: ['he', 'will'], next: willDo, unlike: wordSet('the a like living bloody to in through of as what oh fucking is was its it this my pure sheer absolute utter from raise raising real total') }],
  ['shell', { words: ['she', 'will'], next: willDo, unlike: wordSet('the a in egg eggs sea nut of empty hard outer this her his my into') }],
  ['ill', { words: ['i', 'will'], next: does, unlike: wordSet('is was be been am are were very so too mentally fell fall feel feels felt feeling get got gets getting really terminally critically seriously chronically being taken became become look looks looking looked severely acutely physically still quite pretty an of the make made makes making') }],
  ['well', { words: ['we', 'will'], next: does, after: wordSet('says said me her him if because cos think reckon tomorrow tonight') }],
  ['shed', { words: ['she', 'would'], next: wouldDo, unlike: wordSet('the a an his my our their your mens garden tool bike potting bin wood coal in of this to old new little big back own has have had was been be being get gets into') }],
  ['id', { words: ['i', 'would'], next: wouldDo, unlike: wordSet('photo no her his my an some with of the valid fake voter any without or for national need needs show shows') }],
  ['its', { words: ['it', 'is'], next: isSo }],
] satisfies [string, Contraction][]);

/** Of these a person has one. */
const only = wordSet('mum mam mom mummy dad daddy nan nana gran granny grandad grandma husband hubby missus mother father boyfriend girlfriend fella');
/** Before or after these there are many. */
const many = wordSet('the new young other some all those these many most both two three four five several teen teenage single first expectant local');
const together = wordSet('and or are were have group groups club clubs who with to at talking chatting meeting meet chat coffee network army');
/** Words that stand nowhere with an s but for somebody's: "the babys cot", "his wifes car", "someones sat on me"; `many` of "buses" none. */
const somebodys = /^(?:(?:wife|child|woman|people|children|women|men|everyone|someone|anyone|something|else)|[a-z]{2,}[^aeiouy]y)s$/;
const otherwise = wordSet('gladys dilys');

export const isPossessive = (plain: string): boolean => somebodys.test(plain) && !otherwise.has(plain);

/** One word that is often written as two; none of them is two words beside each other. */
const halves: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['no', 'some', 'any', 'every'].map((first): [string, ReadonlySet<string>] => [first, wordSet('where body thing')]),
  ...['my', 'her', 'him', 'your'].map((first): [string, ReadonlySet<string>] => [first, wordSet('self')]),
  ['them', wordSet('selves self')],
  ['over', wordSet('dose dosed dosing doses')],
  ['with', wordSet('out')],
  ['up', wordSet('stairs')],
  ['down', wordSet('stairs')],
]);

/** Whether this word could lack an apostrophe, or its other half. */
export const mayChangeBeside = (plain: string): boolean => contractions.has(plain) || halves.has(plain) || isOfOnly(plain);

const isOfOnly = (plain: string): boolean => plain.endsWith('s') && only.has(plain.slice(0, -1));

/** The tokens, the same where nothing has to be mended. */
export function mendedBeside(tokens: readonly Token[]): readonly Token[] {
  let mended: Token[] | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const whole = token.mayChange ? wholeOf(token, tokens[at + 1]) : undefined;
    const instead = whole ?? (token.mayChange ? insteadOf(tokens, at) : undefined);
    if (instead !== undefined) mended ??= tokens.slice(0, at);
    mended?.push(...(instead ?? [token]));
    if (whole) at++;
  }
  return mended ?? tokens;
}

/** "no where", "over dosed": has the place of both. */
function wholeOf(token: Token, next: Token | undefined): readonly Token[] | undefined {
  if (next === undefined || next.before !== ' ' || next.possessive || halves.get(token.plain)?.has(next.plain) !== true) return undefined;
  return [{ ...token, plain: token.plain + next.plain, end: next.end, mayChange: false, entry: { number: 0 } }];
}

function insteadOf(tokens: readonly Token[], at: number): readonly Token[] | undefined {
  const [token, previous, next] = [tokens[at]!, tokens[at - 1], tokens[at + 1]];
  if (token.capitals || token.possessive || next === undefined || next.before !== ' ' || previous?.possessive === true) return undefined;
  const before = token.before === ' ' ? previous?.plain : undefined;
  const contraction = contractions.get(token.plain);
  if (contraction) return isContraction(contraction, before, next.plain) ? halvesOf(token, contraction.words) : undefined;
  if (!isOfOnly(token.plain)) return undefined;
  const isMany = (before !== undefined && many.has(before)) || together.has(next.plain);
  return isMany ? undefined : [{ ...token, plain: token.plain.slice(0, -1), possessive: true, mayChange: false, entry: { number: 0 } }];
}

/** `before` is undefined where a sentence or a thought begins. */
function isContraction({ next, unlike, after }: Contraction, before: string | undefined, behind: string): boolean {
  if (!next.has(behind)) return false;
  return after ? before !== undefined && after.has(before) : before === undefined || !unlike?.has(before);
}

/** Both have the place of the whole. */
const halvesOf = (token: Token, [first, second]: readonly [string, string]): readonly Token[] => [
  { ...token, plain: first, mayChange: false, entry: { number: 0 } },
  { ...token, plain: second, before: '', mayChange: false, entry: { number: 0 } },
];
