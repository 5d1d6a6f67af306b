import { statusIn } from './readMention';

describe('asked about, and the answer is no plain no: it stays open', () => {
  it.each([
    'Asked about {thoughts of ending her life} and she said it comes and goes.',
    'I asked about {wanting to die} and got a nod.',
    'Asked if {he hits her}. Only when he has had a drink, she said.',
    'Asked if {he hits her}. She said not in front of the kids.',
    'Asked if {he hits her}. She pulled her sleeve down.',
    'Asked whether {he wants to die}. He said who would not.',
    'I asked if {he had stopped taking his tablets}. Since March, he said.',
    'Asked if {her son takes her pension}. Depends how you look at it, she said.',
    'Asked about {thoughts of ending his life}. Which night, he said.',
  ])('%s', (text) => expect(statusIn(text)).toBe('present'));

  it.each([
    'Asked about {thoughts of ending her life}. None, only worries about the boiler.',
    'Asked if {he hits her}. No, not since she left the first one in 1990.',
    'Asked about {chest pain}. Not since the stent.',
    'Asked about {hearing voices}, only the radio. No.',
    'Asked if {her son takes her pension}. Never, he puts it in the bank for her.',
    'I asked if {anyone hits her}. She hooted. No love.',
    'Asked if she feels like {ending her life}. She said no and went on about the bins.',
  ])('%s', (text) => expect(statusIn(text)).not.toBe('present'));
});
