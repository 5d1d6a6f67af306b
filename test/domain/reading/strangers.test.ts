import { statusIn } from './readMention';

describe('what is told of people whom the note is not about', () => {
  it.each([
    'Mentioned a couple on his landing {being evicted on Friday}. He is all right himself.',
    'Talked about a family in her old street, {the children were left alone} all weekend.',
    'Upset about a lady on her floor who was {sleeping rough} all spring.',
    'Full of the story of a lad at the gym who {took an overdose} of steroids.',
    'He was on about the fella in the paper who {left the children alone}.',
    'When I was nursing, says Connie, we had a chap {swallowed a whole bottle} for a bet.',
    'When she was a matron they had a {girl who had not eaten} for four days, she told me.',
    'In his police days they had a woman {took an overdose} on the station steps.',
    'Woman at the bus stop told Edie {her husband takes all her wages}, and Edie gave her the helpline.',
    'Chap on the bus told Walter he was {sleeping rough}.',
    'It is his friend that {the loan sharks} are after.',
    'It was her neighbour who {had no heating}, not her.',
    'It is the lad he works with who is {being evicted on Friday}.',
  ])('%s', (text) => expect(statusIn(text)).toBe('other'));

  it.each([
    'Rescue plan on the door: {breathless at rest}, 999; no tablets, ring the chemist.',
    'Contingency plan: carer stuck, ring the agency; {no heating}, ring the landlord.',
    'The list on her fridge of what to do: no heating, ring the housing. {Chest pain}, 999.',
    'She did Lady Macbeth at the Rep, {hearing voices}, washing blood off, the lot.',
    'It is in the song, {he gets the knife out} and she laughs no more.',
    'Mr Yeo dreams most nights that {he is evicted}. It is the cheese, he says.',
  ])('%s', (text) => expect(statusIn(text)).toBe('hypothetical'));

  it.each([
    'Mentioned a man who comes round and {takes her pension}.',
    'Told me about a lad staying at hers who {hits her} when he is drunk.',
    'She talked about a woman she knew and then said {she wants to die} like her.',
    'In her nursing days she kept tablets, she has them still and {she wants to die}.',
    'Used to be a prison officer. They had a lad {threatened him with a knife} on Tuesday.',
    'Man at the bus stop told her {he would kill her}.',
    'A woman in the queue told me {she is being hit} by her partner.',
    'Woman at the church told her to ring us as {he hits her}.',
    'A man at the club told Edie {he saw her husband hit her}.',
    'It is her friend who {hits her}, the one she lives with.',
    'It is his cousin who {takes his pension}.',
    'It is the man upstairs who {threatened her with a knife}.',
    'Plan: {no food in the house}, foodbank voucher given today.',
    'Action plan: he has {nothing to eat in the house}, ring foodbank.',
    'On the list by her phone: {he hits me}, with the dates, eleven of them.',
    'What to do about Jean: {she wants to die}, said it twice.',
    'What to do if he comes back? {He has a knife}.',
    'It is in the song they had at his funeral. {She says she wants to die}.',
    'Dreams a lot that he is back. {He hits her}.',
    'She did Ophelia at school. Now {she wants to die}.',
    'Told us how {he hits her}.',
  ])('%s', (text) => expect(statusIn(text, { whoseIsSaid: true })).toBe('present'));
});
