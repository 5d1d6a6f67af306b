/**
 * What is only likened, or is a name: "drives like he wants to die", "you'd think he had been stabbed", "a band called
 * Suicidal Tendencies", "the Slaughtered Lamb". "Feels like she is dying" likens nothing: it is how people tell it.
 */
import type { Span } from './findCues';
import type { NotAPerson } from './notPeople';
import type { Token } from './tokens';

/** What is done so, and tells nothing of how somebody is: forms of the verbs of driving, singing, playing and making a fuss. */
const done = formsOf('drive drove driven driving drives sing sang sung singing sings dance danced dancing dances play played playing plays snore snored snoring snores cycle cycled cycling cycles ride rode riding rides row rowed rowing rows park parked parking parks bowl bowled bowling bowls putt putted bid bidding knit knitted knitting knits sew sewed sewing sews type typed typing types cook cooked cooking cooks bake baked baking bakes hoover hoovered hoovering hoovers iron ironed ironing dig dug digging digs shop shopped shopping shops spend spends whistle whistled whistling strum strummed drum drummed drumming clap clapped clapping cheer cheered cheering swim swam swimming swims run ran running runs skate skated skating jog jogged jogging ski skied skiing bark barked barking barks crow crowed crowing crows purr purring whinge whinged whinging moan moaned moaning moans grin grinned grinning pant panted panting blush blushed eats ate eating groaned cackle cackling howl howled howling yodel waltz waltzed jive jived act acts parp puff puffed puffing behave behaves handwriting hair voice face knees garden');
/** "Carried on as if …". */
const fusses = formsOf('carry carried carrying carries go goes went going fuss fussed fussing');
const between = formsOf('he she they it i we you a an the some one man woman bloke chap lad lass kid child person somebody someone thing lot who that has had have been being is was were are got gets just d s about nearly half would will all both never');
const thinkers = formsOf('you anyone anybody anyones anybodys youd people');
const thinks = formsOf('think thought thinks swear');
/** "He drives like he wants to die" may be meant of the person. */
const ofDying = new Set(['F01', 'F02', 'F03']);
const who = formsOf('he she i they who and');
/** Not of these: "you would think she wants to die, the way she talks". */
const notForThese = new Set(['F02', 'F03', 'F04', 'F05', 'F06', 'F13', 'F23']);

const nameable = formsOf(
  'band group duo trio boat barge narrowboat yacht dinghy horse pony mare racehorse greyhound team pub inn bar tavern cafe shop salon chippy song tune hymn album single track record lp book novel memoir thriller play film movie musical show series programme podcast episode game puzzle poem painting picture print exhibition rose dahlia tulip clematis sweetpea paint colour shade lipstick varnish beer ale bitter stout cider cocktail gin pudding cake dish curry sauce chilli pepper knot stitch pattern move ride rollercoaster cat dog hen cockerel goat ferret tortoise bird chicken kitten puppy hamster rabbit guinea parrot budgie bull ram shed cottage house street road lane village hamlet hill club act troupe app website channel blog walk route trail climb hole peal robot hoover starter sourdough lathe van car motorbike allotment hut choir quiz squad',
);
const naming = formsOf('called named titled entitled nicknamed christened dubbed');
/** After one of these words it was no news: "the death wish joke". */
const wares = formsOf('joke jokes gag gags pun sketch song tune film films movie trilogy album level riddle limerick jigsaw cocktail emoji gif meme costume outfit impression mug tshirt ride rollercoaster musical boxset novel thriller');
const signs = formsOf('arms inn tavern head road street lane avenue close terrace crescent court farm cottage cottages hill fell bridge point tor wood woods common green moor bay hotel hall hole hollow corner gate');
const articles = formsOf('the a an his her that this my our their old same');

const mostBetween = 6;
const mostTitle = 8;
/** Words from a noun to a name of it: "the band", "a pint of". */
const nextTo = 2;

function formsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** The words that show that a place is a likeness or a name; undefined where none do. */
export function likened(text: string, tokens: readonly Token[], place: Span, sentence: Span, code: string): NotAPerson | undefined {
  const word = (at: number): string => (at < sentence.first || at > sentence.last ? '' : tokens[at]!.plain);
  const by = likeness(word, place, code) ?? (notForThese.has(code) ? undefined : onlyThought(word, place)) ?? nameOf(text, tokens, word, place, sentence);
  return by && { as: 'figure', ...by };
}

type WordAt = (at: number) => string;

function likeness(word: WordAt, { first }: Span, code: string): Span | undefined {
  for (let at = first - 1; at >= first - mostBetween; at--) {
    const isIf = (word(at) === 'if' || word(at) === 'though') && word(at - 1) === 'as';
    if (word(at) !== 'like' && !isIf) {
      if (between.has(word(at))) continue;
      return undefined;
    }
    const to = isIf ? at - 2 : at - 1;
    for (let back = to; back > to - 3; back--) {
      if (done.has(word(back))) return ofDying.has(code) && who.has(word(back - 1)) ? undefined : { first: back, last: at };
      if (word(back) === 'on' && fusses.has(word(back - 1))) return { first: back - 1, last: at };
    }
    return undefined;
  }
  return undefined;
}

/** "You'd think", "anyone would have thought". */
function onlyThought(word: WordAt, { first }: Span): Span | undefined {
  for (let at = first - 1; at >= first - mostTitle; at--) {
    if (!thinks.has(word(at))) continue;
    const would = word(at - 1) === 'have' ? at - 2 : at - 1;
    return word(would) === 'would' && thinkers.has(word(would - 1)) ? { first: would - 1, last: at } : undefined;
  }
  return undefined;
}

function nameOf(text: string, tokens: readonly Token[], word: WordAt, { first, last }: Span, sentence: Span): Span | undefined {
  const isCapital = (at: number): boolean => at >= sentence.first && at <= sentence.last && /^\p{Lu}/u.test(text.slice(tokens[at]!.start, tokens[at]!.start + 2));
  const said = calledSo(word, first) ?? saidAfter(tokens, word, first, last);
  if (said !== undefined) return { first: said, last: said };
  if (!isCapital(first)) return undefined;
  if (signs.has(word(last + 1)) && isCapital(last + 1)) return { first: last + 1, last: last + 1 };
  const isTitle = first > sentence.first && last > first && tokens.slice(first, last + 1).every(({ plain, capitals }, index) => !capitals && (plain.length < 4 || isCapital(first + index)));
  const noun = isTitle ? nounBefore(word, first) : -1;
  return noun >= 0 && (first - noun <= nextTo || isNamed(word, noun, first)) ? { first: noun, last: noun } : undefined;
}

/** "a band called …", "his boat, named the …". */
function calledSo(word: WordAt, first: number): number | undefined {
  const called = naming.has(word(first - 1)) ? first - 1 : articles.has(word(first - 1)) && naming.has(word(first - 2)) ? first - 2 : -1;
  return called >= 0 && nounBefore(word, called) >= 0 ? called : undefined;
}

/** "the … joke", "… is the name of their duo". */
function saidAfter(tokens: readonly Token[], word: WordAt, first: number, last: number): number | undefined {
  if (articles.has(word(first - 1)) && wares.has(word(last + 1)) && tokens[last + 1]!.before === ' ') return last + 1;
  for (let at = last + 3; at <= last + 6; at++) if (word(at) === 'name' && word(at - 1) === 'the' && word(at - 2) === 'is' && word(at + 1) === 'of') return at;
  return undefined;
}

function isNamed(word: WordAt, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (naming.has(word(at)) || word(at) === 'name' || word(at) === 'title') return true;
  return false;
}

/** What can have such a name stands before it: "his band has a name now: …". */
function nounBefore(word: WordAt, first: number): number {
  for (let at = first - 1; at >= first - mostTitle; at--) if (nameable.has(word(at))) return at;
  return -1;
}
