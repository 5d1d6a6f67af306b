/** The forms of a word, so that a rule names it once: take, takes, taking, took, taken. */

const irregular: readonly (readonly string[])[] = [
  'be am is are was were been being', 'beat beats beating beaten', 'become becomes becoming became', 'begin begins beginning began begun', 'bite bites biting bit bitten', 'bleed bleeds bleeding bled',
  'break breaks breaking broke broken', 'bring brings bringing brought', 'burn burns burning burned burnt', 'buy buys buying bought', 'catch catches catching caught', 'choose chooses choosing chose chosen',
  'come comes coming came', 'cut cuts cutting', 'do does doing did done', 'drink drinks drinking drank drunk', 'drive drives driving drove driven', 'eat eats eating ate eaten', 'fall falls falling fell fallen',
  'feel feels feeling felt', 'fight fights fighting fought', 'find finds finding found', 'forget forgets forgetting forgot forgotten', 'freeze freezes freezing froze frozen', 'get gets getting got gotten', 'give gives giving gave given', 'go goes going went gone',
  'grab grabs grabbing grabbed', 'have has having had', 'hear hears hearing heard', 'hide hides hiding hid hidden', 'hit hits hitting', 'hold holds holding held', 'hurt hurts hurting', 'keep keeps keeping kept', 'know knows knowing knew known',
  'leave leaves leaving left', 'lend lends lending lent', 'let lets letting', 'lie lies lying lied lain', 'lose loses losing lost', 'make makes making made', 'mean means meaning meant', 'owe owes owing owed', 'pay pays paying paid', 'put puts putting', 'quit quits quitting',
  'run runs running ran', 'say says saying said', 'see sees seeing saw seen', 'sell sells selling sold', 'send sends sending sent', 'shake shakes shaking shook shaken', 'shoot shoots shooting shot', 'shut shuts shutting', 'sleep sleeps sleeping slept', 'smoke smokes smoking smoked', 'speak speaks speaking spoke spoken', 'spend spends spending spent', 'spit spits spitting spat',
  'stand stands standing stood', 'steal steals stealing stole stolen', 'stick sticks sticking stuck', 'swear swears swearing swore sworn', 'take takes taking took taken', 'tear tears tearing tore torn', 'tell tells telling told', 'think thinks thinking thought', 'throw throws throwing threw thrown', 'try tries trying tried',
  'understand understands understanding understood', 'wake wakes waking woke woken', 'wear wears wearing wore worn', 'wet wets wetting wetted', 'write writes writing wrote written', 'hang hangs hanging hung hanged', 'slit slits slitting', 'swing swings swinging swung', 'shit shits shitting shat', 'sweat sweats sweating sweated', 'strike strikes striking struck', 'drown drowns drowning drowned', 'die dies dying died', 'tie ties tying tied', 'leap leaps leaping leapt', 'lean leans leaning leant', 'dream dreams dreaming dreamt', 'seek seeks seeking sought', 'spill spills spilling spilt', 'smell smells smelling smelt', 'sink sinks sinking sank sunk', 'wring wrings wringing wrung', 'weep weeps weeping wept', 'bind binds binding bound', 'spin spins spinning spun', 'build builds building built', 'teach teaches teaching taught', 'win wins winning won', 'sing sings singing sang sung', 'ring rings ringing rang rung', 'sit sits sitting sat', 'stay stays staying stayed', 'child children', 'man men', 'woman women', 'wife wives', 'knife knives', 'life lives', 'person people', 'foot feet', 'tooth teeth', 'mouse mice',
  'admit admits admitting admitted', 'babysit babysits babysitting babysat', 'bear bears bearing bore borne', 'bet bets betting', 'blow blows blowing blew blown', 'burst bursts bursting', 'cancel cancels cancelling cancelled canceled', 'cling clings clinging clung', 'commit commits committing committed', 'control controls controlling controlled',
  'counsel counsels counselling counselled', 'creep creeps creeping crept', 'deal deals dealing dealt', 'dial dials dialling dialled', 'draw draws drawing drew drawn', 'fling flings flinging flung', 'forbid forbids forbidding forbade forbidden', 'forgive forgives forgiving forgave forgiven', 'gas gasses gassing gassed', 'grow grows growing grew grown',
  'kneecap kneecaps kneecapping kneecapped', 'kneel kneels kneeling knelt', 'label labels labelling labelled', 'lay lays laying laid', 'meet meets meeting met', 'overhear overhears overhearing overheard', 'patrol patrols patrolling patrolled', 'permit permits permitting permitted', 'prefer prefers preferring preferred', 'refer refers referring referred', 'regret regrets regretting regretted',
  'repay repays repaying repaid', 'ride rides riding rode ridden', 'rise rises rising rose risen', 'set sets setting', 'signal signals signalling signalled', 'split splits splitting', 'spread spreads spreading', 'squat squats squatting squatted', 'sting stings stinging stung', 'stink stinks stinking stank stunk', 'swim swims swimming swam swum', 'transfer transfers transferring transferred',
  'travel travels travelling travelled traveled', 'tread treads treading trod trodden', 'unplug unplugs unplugging unplugged', 'upset upsets upsetting', 'withdraw withdraws withdrawing withdrew withdrawn', 'withhold withholds withholding withheld',
].map((forms) => forms.split(' '));

const known: ReadonlyMap<string, readonly string[]> = new Map(irregular.map((forms) => [forms[0]!, forms]));

const vowel = /[aeiou]/;
/** One vowel and one consonant at the end of a short word: "stop", "grab". */
const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$/;

/** The word and its regular or irregular forms, without repeats. */
export function formsOf(word: string): readonly string[] {
  return known.get(word) ?? [...new Set(regular(word))];
}

function regular(word: string): string[] {
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`];
  if (word.endsWith('y') && !vowel.test(word.at(-2) ?? 'a')) return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`];
  const plural = /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
  const stem = doubles.test(word) ? `${word}${word.at(-1)}` : word;
  return [word, plural, `${stem}ed`, `${stem}ing`];
}
