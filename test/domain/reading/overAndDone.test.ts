import { statusIn } from './readMention';

describe('a past that is told to its end', () => {
  it.each([
    'He {drank a bottle of rum a day} as a docker. Gave it up when his daughter was born, twelve years sober.',
    '{Slept in the van} after the split. Housing association gave him a flat in 2020 and he is settled.',
    '{Her husband kept her locked in}. She got out with help from the refuge in 2012.',
    'Before the hip was done she {could not get to the toilet}. That was four years ago and she does yoga.',
    'They {lived on beans} when the firm folded. Pension credit came through in 2021, nothing owing.',
    'For nine years he looked after his wife and {nearly walked out}. She went into the nursing home in 2019.',
    'She {thought she would hurt the baby} after the birth. That baby is at uni.',
    'In a hostel they {stole her shoes} and she slept on the floor. Twelve years in her own place.',
    'Before the carers she {had not had a bath for a month}. Now it is twice a week.',
    'She {self-harmed} all through school.',
    'As a kiddie he was {left on his own for days}.',
    'In her ballet years she was {starving herself}.',
    'In his first year here a {gangmaster had his papers}.',
    'He {was living like a tramp} in a tent until we got him into a bungalow.',
    '{Had bad panics}. That was before the course, with the lady from Newport, in 2016.',
    'The {boxes were up to the ceiling}. It is three summers gone.',
    'She {heard voices} at uni. Had good counselling, discharged 2013 with no relapse.',
    'It was {five stone she weighed} that first year after the war. Her aunt fed her up and she recovered, decades back.',
  ])('is past: %s', (text) => expect(statusIn(text)).toBe('past'));

  it.each([
    'He {hit her} with the poker. They have been married nine years.',
    'She {took all her tablets}. Husband moved out in 2019 and she never got over it.',
    '{Slept in his car} for five weeks. Rehoused in 2020 but that fell through and he is outside.',
    'Before he went out he {locked her in}. She is scared now.',
    'Before Christmas he was fine. Now he {drinks all day}.',
    'He {hit her} with the poker. Been dry since 2019.',
    '{Took the tablets, all of them}. I was clean for ten years.',
    'She {could not lift her arm}. She had a stroke in 2015 and got over it.',
    '{Drank two bottles of wine}. Stopped smoking in 2015.',
    'She was {hearing voices}. Moved here in 2019, lives alone.',
    'Had {chest pain} carrying the shopping. Stents done 2018.',
    'He {punched her}. They divorced in 2018 and he sees the boys at weekends.',
    '{Fell in the bath} before the carer came. She is 81 now.',
    'Before the meeting he {pushed her down the stairs}. She got away and is at her sister\u2019s.',
    'She {starved herself}. Recovered in 2018, and it has crept back since the exams.',
    'He {gambled the rent}. Gave it up in 2019, back on it now.',
    'She is {being hit}. Got away from the last one in 2011.',
    'He {shouts at her}. She was rehoused in 2016.',
    'He {threatened to stab the neighbour}. He was sent down in 2016 for the same.',
  ])('is not past: %s', (text) => expect(statusIn(text)).not.toBe('past'));
});
