/** Words that stand in every note and every listing and tell neither what is wanted nor what is offered. */
const words = `a about above after again against all almost alone along already also although always am an and another any anybody anyone anything are around as at away back bad be became because been before being
below best better between big both but by call came can cannot come comes coming contact could day days did do does doing done down during each easy either else enough etc even ever every everybody everyone
everything far feel feeling feels felt few find first for found free friendly from full further gave get gets getting give gives go goes going gone good got great had happy hard has have having he help helping helps her here
hers herself him himself his home hour hours how however i if ill in include includes including information into is it its itself join just keen keep keeps kept kind knew know known knows last late lately later least
left less let life like likes little live lived lives living long look looking looks lot lots love loved loves made mainly make makes making many may maybe me mean means meet meets might mind minutes mobile month
monthly months more morning most mostly mr mrs ms much must my myself near nearly need needed needing needs never new next nice no nobody none nor not nothing now of off offer offers often ok okay old on once one ones only onto open or
other others our out over own part past people per perhaps person phone place please pm am possible provide provided provides put quite rather really ring road round said same saw say says see seem seems seen
service services session sessions several she should since small so some somebody someone something sometimes soon sort start started still stop stopped such support supporting sure take takes taking tell thank than that the
their them themselves then there these they thing things think this those though thought three through till time times to today together told too took tried tries try trying turn two up upon us use used using usually very
visit visits want wanted wanting wants was way we week weekly weeks welcome well went were what when where whether which while who whole whom whose why will wish wishes with within without wonder would year years yes yet you
your yourself available based bring booking book come community centre club group groups local area day days adults everyone anyone everyone interested experience required necessary details website email address working worked work works wife husband since retired former
mon monday tue tuesday wed wednesday thu thursday fri friday sat saturday sun sunday mornings afternoon afternoons evening evenings night weekend weekends
lady man woman gent chap bloke pt client patient aged age ages lives alone flat house bit really miss misses missed enjoy enjoys enjoyed hate hates hated`.split(/\s+/);
const plainWords = new Set(words);
/** What is kept though the list names it: it says what a thing is. */
for (const word of ['book', 'phone', 'mobile', 'work', 'working', 'alone', 'help', 'home', 'house', 'flat', 'making']) plainWords.delete(word);

export const isPlainWord = (word: string): boolean => word.length < 3 || plainWords.has(word) || /^\d+$/.test(word);
