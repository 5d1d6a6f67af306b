/** Word lists for finding personal details: what is written with a capital and is no name, and names that need none. */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Capitals without a person behind them: days, months, feasts, languages, faiths, services, things. */
export const capitalised = list(`
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
  january february march april may june july august september october november december
  christmas easter eid diwali hanukkah ramadan advent lent passover vaisakhi new year boxing bank holiday
  english british welsh scottish irish polish urdu punjabi arabic french spanish german italian portuguese romanian ukrainian
  russian turkish chinese cantonese mandarin bengali gujarati hindi somali farsi kurdish tamil pashto dari albanian greek
  african caribbean asian european indian pakistani bangladeshi jamaican nigerian syrian afghan american australian romany
  christian muslim jewish hindu sikh buddhist quaker catholic methodist anglican bible quran
  england scotland wales ireland britain uk
  gp gps nhs bsl cmht dwp pip esa uc ot dvla aa tv cd dvd bbc radio pc ipad tablet phone app zoom teams facebook whatsapp youtube google
  skype facetime email internet tai chi zumba pilates yoga easy read talking therapies citizens advice samaritans shout mind
  age red cross salvation army jobcentre plus universal credit council tesco asda aldi lidl morrisons sainsburys boots
  covid copd ms ptsd adhd add asd ibs lgbt lgbtq bame ok diy a1c ecg mri mot i ive ill im id am pm us it sorry yes no god lord
`);

/** Small words that open a sentence or stand in a heading with a capital. */
export const everyday = list(`
  a about above across after again against all almost along already also although always among an and another any anybody anyone anything are
  around as ask asked at away back be because been before being below beside best better between big both bring but by call called calling can
  cannot come comes coming could daily day days did do does doing done down during each either else enough even evening evenings ever every
  everybody everyone everything far feel few find first five for four friend from full garden get gets getting give go goes going good got great
  group had half happy has have having he hello help helps her here hers herself him himself his home how however if in indoors inside instead
  into is isn its itself join just keep keeps kind knee knees know last late later least leave less let like likes little local long look lots
  love lunch made make makes making many maybe me meet meeting meets might mine miss more morning mornings most mother mum dad much must my
  myself near need needs never next nice night nights nine no nobody none nor not nothing now of off often oh okay old on once one only onto
  or other others our ours out outdoors outside over own past pay people perhaps phone plan plans play please quite rain rather read ready really
  ring rings said same say says school see seven she shop shops short should six small so some somebody someone something sometimes soon start
  still stop such sure take takes talk taster ten text than thank thanks that the their theirs them then there these they thing things think this
  those though three through till time times to today together tomorrow tonight too transport travel try two under until up upon use used very
  visit wait walk walks want wants was way we week weeks well went were what when where which while who whole whom whose why will wish with
  without won wont work working worry would write yes yet you your yours yourself nan nana gran granny grandad grandma grandpa auntie uncle
  person people worker link supervisor practice surgery doctor nurse pharmacist physio carer neighbour daughter son wife husband partner
  goal step review bus train taxi car lift step-free indoor outdoor club choir library cafe church mosque temple gurdwara synagogue hall park
  centre center community hub society association charity service team hospital clinic college university road street money benefits bills
  exercise walking gardening singing cooking reading sewing knitting swimming dancing painting music art crafts food sleep pain mood
`);

/** Given names that are seldom anything else; written small or at the start of a sentence they still name somebody. */
export const givenNames = list(`
  jean jane janet joan john james jennifer jessica julia julie karen katherine kathleen kate katie kelly kenneth kevin laura linda lisa lorraine
  louise lucy lynn margaret maria marie martin mary matthew maureen megan melissa michael michelle mohammed muhammad mohamed monica nancy natalie
  nicola nigel nora norman oliver olivia pamela patricia patrick paul paula peter philip phyllis rachel rebecca richard robert roger ronald
  rosie ruth samantha samuel sandra sarah sharon sheila shirley simon sophie stephen steven stuart susan suzanne sylvia tanya teresa
  theresa thomas timothy tracey tracy trevor valerie vanessa vera victoria vincent walter wendy william yvonne zoe adam adrian agnes alan albert
  alexander alexandra alice alison amanda amelia amy andrea andrew angela anita anna anne annie anthony antony arthur ashley audrey barbara barry
  beatrice ben benjamin bernard beryl beth bethany betty beverley brenda brian bridget bruce carl carole caroline catherine charles charlotte
  cheryl chloe christine christopher claire clara colin craig cynthia daniel danielle darren david deborah debbie denise dennis derek diana diane
  donald donna doreen doris dorothy douglas duncan edith edward edwin eileen elaine eleanor elizabeth ella ellen elsie emily emma eric ernest
  ethel eva evelyn fiona frances francis freda frederick gareth gary gemma geoffrey george georgina gerald geraldine gillian gladys glenn
  glenys gordon graham gwen gwendolyn hannah harold harriet hayley hazel helen henry hilary hilda howard hugh ian irene isabel isabella jacob
  jacqueline jake jason jeffrey jeremy jill joanna joanne jodie jonathan joseph josephine joshua joyce judith kirsty leanne lesley leslie
  liam lilian lewis malcolm marian marion marjorie marlene maurice mavis mildred miriam moira molly muriel nathan neil nina noreen patel
  priya rajesh ravi sanjay sunita anil anita deepa meera nisha pooja ahmed ali aisha ayesha fatima hassan hussain hussein ibrahim imran khadija
  khalid khan mariam maryam nasreen omar parveen rashid saira samina shabana tariq yasmin yusuf zainab abdul abdullah bilal farah hamza amina
  agnieszka andrzej ewa jan katarzyna krzysztof malgorzata marek pawel piotr tomasz ioana olena oksana dmytro svetlana natalia
  chidi chinedu emeka funmi kwame kofi ngozi olu oluwaseun tunde abena adwoa femi siobhan niamh aoife sean declan ciaran
  gethin rhys sian angharad nerys dylan callum hamish isla eilidh morag mhairi wei ming li ying mei hiroshi yuki
`);

/** Parts of names that are also plain words: they count as a name only where they are written like one. */
export const nameOrWord = list(`
  will rose grace may june april hope faith dawn ray art pat bill rob sue penny ivy daisy poppy olive heather holly jack frank victor guy gene
  dean drew chase summer autumn amber ruby pearl robin iris lily violet basil miles rich nick don sandy carol eve angel clay cliff norm harry
  rosemary viola mark joy bob gay dot win earl king prince duke stone wood hill park field brook brown green white black gray grey young long short
  little rice bell bush ford baker cook cooper butler carter mason potter shepherd smith taylor turner walker wright page day knight banks rivers
  moon star sky so do he an my no be in on up see song best love an le al such man noon
`);

export const streets = list('road rd street avenue ave lane crescent terrace mews');
/** Also plain words, so that the number alone does not make an address of them: they need their capital. */
export const streetsWithCapital = list('st close drive court gardens garden place way grove walk hill park square gate green row view rise house flats');
export const kin = list('daughter son wife husband partner mum mam mom dad mother father sister brother friend neighbour niece nephew aunt auntie uncle nan nana gran granny grandma grandad grandpa grandson granddaughter cousin carer mate boyfriend girlfriend ex');
