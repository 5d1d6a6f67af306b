/** The nouns by which a note speaks of people, and the small words around them: closed classes, thought through as a dictionary would. */

export type Sex = 'male' | 'female' | 'either' | 'pair' | 'many';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const men = words('man bloke chap chappie fella fellow feller guy lad laddie boy gent gentleman geezer youth bodach widower groom bachelor waiter barman landlord postman milkman vicar priest imam rabbi monk brother uncle nephew grandnephew cousin_m godson godfather stepbrother husband hubby boyfriend fiance dad daddy father son stepson stepdad stepfather grandson grandad grandfather grandpa');
const women = words('woman lady girl lass lassie gal hen biddy widow bride bridesmaid spinster waitress barmaid landlady midwife nun postmistress headmistress matron sister auntie aunt aunty niece goddaughter godmother stepsister wife missus girlfriend fiancee mum mam mummy mom mother daughter stepdaughter stepmum stepmother granddaughter gran nan nana grandmother granny');
const several = words('men women lads lasses girls boys chaps blokes fellas fellows guys ladies gents people folk folks couples families neighbours friends mates colleagues residents tenants members regulars students teenagers youngsters youths volunteers cousins workmates players staff');
const pairs = words('couple pair family household newlyweds twins');

/** Somebody with whom one may have to do, and no more: "a woman", "the person opposite". */
const anybodies = words('person soul individual stranger teenager teen pensioner youngster oldie codger dear duck devil sod');

/** What people are to each other outside a home. */
const ties = words('friend mate pal chum buddy butty butt mucker marra marrow muckers bestie colleague workmate coworker neighbour neighbor classmate schoolmate schoolfriend penfriend penpal teammate bandmate clubmate shipmate cellmate roomie comrade acquaintance contemporary partner_in friend_of godparent');
const kin = words('brother sister sibling cousin uncle aunt auntie aunty nephew niece relative relation inlaw inlaws law laws stepbrother stepsister godson goddaughter godmother godfather');

/** Those of one's own home, or on whom one's days hang: what is told of them bears on the person, and stays as it is. */
const home = words('husband wife partner spouse fiance fiancee boyfriend girlfriend hubby missus ex son daughter child kid kids children baby toddler stepson stepdaughter mum mam mummy mom mother dad daddy father parent parents stepmum stepdad stepmother stepfather grandson granddaughter grandchild grandchildren gran nan nana nanna granny grandma grandad granddad grandpa grandmother grandfather carer carers pa gaffer boss foreman flatmate housemate roommate lodger landlord landlady');

/** Those who bring news of the person, or have the care of them. */
const helpers = words('carer nurse doctor gp dr warden worker manager officer pharmacist paramedic physio therapist counsellor psychologist psychiatrist consultant midwife dentist optician surgeon receptionist supervisor coordinator assistant adviser advisor solicitor police policeman policewoman landlord landlady housing scheme social support health key care link district community duty mental probation safeguarding idva cpn ot hca interpreter advocate team staff school council visitor clinician podiatrist dietitian ambulance specialist');

const roles = words(
  'actor actress alto altos soprano sopranos tenor bass singer conductor choirmaster organist pianist drummer fiddler guitarist violinist musician dancer painter potter sculptor poet writer author knitter quilter baker butcher grocer greengrocer fishmonger florist newsagent chemist barber hairdresser beautician cobbler tailor seamstress jeweller cashier teller shopkeeper shopworker stallholder publican landlord bartender barista waiter waitress chef cook cleaner caretaker janitor porter gardener handyman plumber electrician joiner carpenter builder roofer plasterer decorator mechanic driver cabbie taxi trucker courier postie postman milkman farmer shepherd fisherman angler gamekeeper miner sailor soldier veteran squaddie marine pilot steward stewardess hostess secretary treasurer chairman chairwoman president captain skipper coach trainer referee umpire linesman goalkeeper goalie striker winger bowler batsman golfer runner swimmer cyclist jogger walker rambler climber boxer wrestler teacher tutor lecturer professor headteacher governor lollipop librarian curator ranger warden vicar curate rector priest minister pastor deacon deaconess verger churchwarden bishop imam rabbi granthi pandit nun monk chaplain undertaker mayor councillor mp judge magistrate barrister solicitor accountant banker broker agent auctioneer surveyor architect engineer scientist journalist reporter presenter newsreader editor photographer apprentice trainee student pupil undergraduate classmate freshers prefect cadet volunteer trustee fundraiser organiser helper leader foreman labourer worker colleague clerk typist receptionist operator caller customer passenger commuter shopper punter regular member resident tenant occupant occupier owner homeowner squatter traveller refugee guest visitor tourist patient inmate prisoner convict client contestant celebrity footballer cricketer jockey bookie bailiff croupier bouncer doorman guard fireman firefighter lifeguard coastguard hermit beggar busker neighbour neighbor parent mum dad mother father grandparent nan granny bridesmaid beekeeper vet farrier blacksmith welder fitter turner docker bargee signalman dustman binman sweep crofter gillie',
);
const roleEnding = /(?:[^u]man|woman|person|mistress|master|keeper|monger|owner|holder|worker|player|singer|dancer|teacher|goer|maker|ologist|cellist|flautist|artist|ician|arian)$/;
const noRole = words('human german roman norman woman superhuman barbarian');

export const isTie = (word: string): boolean => ties.has(word);
export const isKin = (word: string): boolean => kin.has(word);
export const isOfTheHome = (word: string): boolean => home.has(word);
export const isHelper = (word: string): boolean => helpers.has(word);
export const isRole = (word: string): boolean => roles.has(word) || (roleEnding.test(word) && !noRole.has(word) && !men.has(word));
export const isAnybody = (word: string): boolean => men.has(word) || women.has(word) || several.has(word) || pairs.has(word) || anybodies.has(word);
const isOne = (word: string): boolean => isAnybody(word) || ties.has(word) || kin.has(word) || home.has(word) || isRole(word);
export const isPerson = (word: string): boolean => isOne(word) || (word.length > 3 && word.endsWith('s') && isOne(word.slice(0, -1)));

export function sexOf(word: string): Sex {
  if (pairs.has(word)) return 'pair';
  if (several.has(word)) return 'many';
  if (men.has(word) || /[^u]man$/.test(word)) return women.has(word) || word.endsWith('woman') ? 'female' : 'male';
  if (women.has(word) || /(?:woman|ess|mistress)$/.test(word)) return 'female';
  return 'either';
}

/** How else the person of the note is named. */
export const labels = words('pt pts patient cl clt client su ct cust');
export const owners = words('my his her their our your me');
export const determiners = words('a an one another some this that those these the any every no two three four five both several many most other');
/** Words that no noun phrase runs over. */
export const functionWords = words(
  'i he she they we you it me him her them us my his our their your who whose which that what when where how why if because and or but so as since though although while until than then is am are was were be been being has have had do does did will would can could may might must should shall not no never nobody nothing there here to for with without of at in from on off by about into onto over under behind beside near along across opposite round around through between after before during per via out up down upstairs downstairs next says said told asked rang wants wanted told today yesterday tonight tomorrow',
);
export const places = words('at in from on off of down up across over opposite behind beside near along round around through below above next outside inside upstairs downstairs there here out two three by under within');
/** "at the door", "from the bank", "on the phone": whoever is there may be about the person's own door, money or body. */
export const nearPlaces = words('door doorstep phone line bank council company board internet online facebook whatsapp app dating site house flat home bed bedroom kitchen bathroom sofa garden window room windows microsoft amazon hmrc revenue government ministry fraud police outside');

export const reports = words('say says said saying tell tells told telling report reports reported state states stated mention mentions mentioned explain explains explained rang rings ring phoned phones called calls emailed emails texted texts messaged messages confirms confirmed disclosed informed informs adds added agrees agreed alerted brought brings accompanied came comes referred raised confided confides admitted admits confessed worried concerned flagged reckons feared notices noticed asks asked shook nodded answered filled copied spoke interpreted translated calling ringing phoning texting messaging popped visited attended contacted approached collared waited handed sat stopped_by phone present');
export const speaks = words('mentioned mentions mentioning spoke speaks talked talks talking chatted chats chatting chat discussed discusses gossip gossiped gossiping news story tale reminisced recalled recalls remembered remembers remembering heard hears told tells telling');
/** Who found something may have found it at the person's. */
export const finds = words('found finds saw sees spotted discovered caught overheard');
/** What is done to somebody. */
export const harms = words(
  'hit hits hitting punched punches slapped slaps kicked kicks kicking shoved shoves pushed pushes beat beats grabbed grabs throttled strangled touched touches groped raped assaulted attacked attacks robbed robs mugged threatened threatens threatening shout shouts shouting shouted scream screams screaming swears swearing bang bangs banging bullies bullied bullying harassed harasses harassing stalks stalked stalking follow follows followed following watches watching spies intimidates spits spat abuse abuses abused controls controlled takes taking took steals stole stealing borrows borrowed keeps holds held locks locked lock makes made forces forced pays paid uses using used moved moving stays staying charges conned scammed cheated tricked fleeced burgled burns burnt wants waits waiting hangs hanging lets put puts putting pumping spiked injected',
);
export const owned = words('house flat home place room sofa bed door doors letterbox window windows money card cards bank pin pension phone purse wallet keys key car garden account savings benefits tenancy food shopping post gate fence passport wages papers visa documents tablets medication insulin glasses stick');
export const young = words('child children kid kids baby babies toddler toddlers bairn bairns wean weans infant newborn boy boys girl girls schoolgirl pupil');
export const help = words('police services gp doctor hospital clinic nurse worker visitor team ambulance ward refuge solicitor lawyer court paramedics crisis rehab counselling idva prevent surgery consultant specialist appointment warden council library charity accountant detox lifeline pendant respite carers');
