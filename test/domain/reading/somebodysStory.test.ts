import { statusIn } from './readMention';

const told = { whoseIsSaid: true };

describe('what is told of somebody else stays theirs until the person comes in again', () => {
  it.each([
    'Call with Ken. One of the old boys at the allotments {would rather be dead}, his words, and his sons took him to the surgery. Ken himself is grand.',
    'Mentioned the lass opposite: {he throws things at her}, police have been. Pt sleeps well.',
    'Chat about the family two doors down. {They have not got a bean}, the school is helping. Client wants the choir.',
    'Nasreen said a man in her English class {sleeps in his van}. The college found him a room. Nasreen wants level 2.',
    'Pt in good spirits. Her mate Val {is in a refuge after he broke her arm}. Pt herself lives alone and likes it.',
    'A tenor there {was beaten by his son}. Cl only heard it at tea, Cl is fine at home.',
    'Told me a porter on the ward {hears the radio giving him orders}; he is under the team. Mr Hale wants a lift.',
    'Her cousin’s wife in Lahore {is not allowed out}. Client goes where she likes, own car, own money.',
    'There was one girl at her college who {stopped eating}. Client was never close to her.',
    'Asked if her friend Mavis may come. Mavis {gets lost in town} and has a day place. Client is excited.',
    'Another volunteer {took an overdose} last month, she is home and mending. Pt asked for the rota.',
    'Previous tenant {left thousands in debt} and the bailiffs still write to him. Malik is up to date.',
    'Gossip about the butcher: {he owes everybody}. Cl wants pottery.',
    'Jean from church {left the gas on twice}; her son does the bills. Pt sees her on Sundays.',
    'Spoke about an old school friend of hers in Malta. {She fell and lay all night}, her niece is with her. Our lady is steady on her feet.',
    'Sheila says the new vicar {is being hit by his wife}. She herself is fine.',
    'A fellow carer at the group told everyone {she wanted to smother her mother}. Pt’s own mum is in a home and pt sleeps well.',
    'Our man Stan visits a lad in prison {who wants to end it}. Stan would like a letter scheme.',
    'The couple who run the chip shop, {he is always hitting her}. Lynn just buys her chips there.',
    'Customer of hers confided {she is being made to marry}. Amina is happily single.',
    'A lass from netball told them her stepdad {gets in her bed}. Hannah is the scorer.',
  ])('%s', (text) => expect(statusIn(text, told)).toBe('other'));
});

describe('what somebody else does to the person, or tells of them, is the person’s', () => {
  it.each([
    'A man from the pub {follows her home} every Friday. Pt wants choir.',
    'The lady opposite rang. {She has taken all her tablets}. Pt was due at one.',
    'Her friend Jo came too. {She cuts her arms}. Pt wants the art group.',
    'Spoke about her cousin’s wedding. {She wants to die}. Pt would like the choir.',
    'One of the lads from the estate {has moved into his flat}. Pt wants out.',
    'The man upstairs {puts things in her milk}. Pt is sure of it.',
    'Her mate’s boyfriend {forced her}. Client asked about a clinic.',
    'Discussed her neighbour. {He hits her}. Client wants to move.',
    'His mate Baz says {he has given his things away}. Pt wants the gym.',
    'Her brother {has her bank card}. Pt wants bingo.',
    'Mum’s boyfriend {gets drunk and smashes things}. Pt would like boxing.',
    'A chap from the loan company said {he will break his legs}. Pt wants the men’s shed.',
    'Her sister died and {she cannot go on}. Pt wants bowls.',
    'The woman who cleans for her found empty packets, {she had taken the lot}. Betty wants knitting.',
    'His friend was stabbed and now {he carries a knife}. Client wants boxing.',
    'Her pal Dilys: "{she has been on the floor two hours}." Gwen was due at two.',
    'A woman at the group has told everyone that Jo {is planning to jump}. Jo wants aquafit.',
    'Him and the lads from the channel {have picked the hotel}. Pt wants archery.',
    'There is a man at the door {with a knife}. Pt rang us.',
    'The family downstairs {leave their baby alone} all night. Pt wants bingo.',
    'A girl from college told her to drop it. {She wants to die}. Pt said so twice.',
    'Linda’s hairdresser rang. {A man forced himself on her}. Linda said yes, it happened.',
    'Edna’s niece on the phone. "{She went her length off the step}." Niece is in Leeds.',
  ])('%s', (text) => expect(statusIn(text, told)).toBe('present'));
});
