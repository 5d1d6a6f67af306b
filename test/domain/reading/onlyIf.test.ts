import { statusIn } from './readMention';

describe('an "if" is not over words that say what is done, nor over what is so whoever comes to know of it', () => {
  it.each([
    'If {he has been on the vodka he hits her}.',
    'If {they have been arguing he locks her in}.',
    'If I say no {he takes my pension}.',
    'It is only when he has had a drink that {he hits me}.',
    'It is only if I answer back that {he hits me}.',
    'She asked what would happen to the children if she told someone that {he hits her}.',
    'Who would believe me if I told them {he locks me in}?',
    'She is scared of what he will do if he finds out she told us {he hits her}.',
    'She worries what the neighbours will think if they hear him {hitting her}.',
    'She would be fine if he did not {lock her in}.',
    'Life would be grand if he was not {hitting her}.',
    'She would go home tomorrow if {he would stop hitting her}.',
    'If you must know, {I want to die}.',
    'Told to ring if {the voices} returned. They are back, since Sunday.',
    'To ring if {the chest pain} came back. It came back this morning.',
    'The worst thing is {sleeping rough} at his age.',
    'His worst nightmare came true: {sleeping rough}.',
  ])('%s', (text) => expect(statusIn(text)).toBe('present'));

  it.each([
    'Ring if he tells you {he wants to die}.',
    'If she says that {he hits her}, use the code word and ring.',
    'If he wants to die or {he takes an overdose} he is to ring the crisis team.',
    'If someone tells me {they are being hit} I have to pass it on.',
    'If you hear him {threatening her} ring the police, I told the neighbour.',
    'The worst thing, he says, would be {sleeping rough} at his age.',
    'His worst nightmare would be {chest pain} with nobody in.',
    'Worst of it, she says, would be to end up like that, {fallen and on the floor all night}.',
    'She is frightened of ending up {sleeping rough} like her brother did.',
    'Told to ring if {the voices} returned. They have not.',
  ])('%s', (text) => expect(statusIn(text)).not.toBe('present'));
});
