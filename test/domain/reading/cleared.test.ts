import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';

const { lexicon } = loadContent();
const promptsIn = (text: string): readonly string[] => readText(text, lexicon).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);

describe('what was flagged, looked into and cleared is no news', () => {
  it.each([
    'Note from triage ?homeless. It is wrong, that is his brother, Mr Shah here owns his house.',
    'Church had told us she was sleeping in her car. Looked into properly, not so, it was a camper holiday.',
    'Her cousin did ring to say he hits her. Police visited twice, nothing in it, no further action.',
    'I had heard from reception that he was not eating. Far from it, he had two helpings in front of me.',
    'Letter from the clinic, dated 2004, says she tried to kill herself.',
    '?suicidal on the discharge note. Spoke to ward, typing error, wrong patient.',
    'Referral said ?suicidal but that was a different Mrs Patel.',
    'His son had rung saying he was not eating. Been, looked, full fridge, cleared his plate in front of me.',
    'The niece did email to say she was being hit by the carer. Safeguarding been, police been, nothing in it.',
    'Practice flagged ?self harm. Seen today, arms bare, it was the cat. No thoughts, no plans, never has.',
    'The neighbour had told the warden he was sleeping rough. Not a bit of it: own bed, own key, rent paid.',
  ])('%s', (text) => expect(promptsIn(text)).toEqual([]));
});

describe('what was flagged and is so, or is only waved away, is a concern', () => {
  it.each([
    'Note from triage ?homeless. He is, he slept in the bus station last night.',
    'Handover said ?overdose, and it was, she took the lot.',
    'Her cousin did ring to say he hits her. Police visited twice, nothing came of it, he hits her still.',
    'I had heard from reception that he was not eating. Not so, they said, but the fridge is empty and he has not eaten for four days.',
    'The carer swore she had seen bruises. She had, both arms, her son grabs her.',
    '?suicidal on the discharge note. She said no thoughts of the pills now, it will be the bridge, she wants to die.',
    'GP letter, dated Monday, says she tried to kill herself.',
    'He says it is nonsense. The warden had told me he was sleeping rough and I saw the bag, he is sleeping rough.',
    'Daughter rang saying she wants to die. Closed on my side? Not yet, no answer.',
    'Neighbour did ring saying he hits his wife. He told police there was nothing in it.',
    'Referral said ?suicidal. It is right, she wants to kill herself.',
    'Her son had rung saying she was being hit by the carer. Been, and she has bruises on both arms, he hits her.',
    'Practice flagged ?self harm. I asked and she showed me, she is cutting herself most nights.',
    'The neighbour said he is not eating. He says that is nonsense. Nothing in the cupboards.',
    'Surgery flagged ?suicidal. No answer to three calls.',
  ])('%s', (text) => expect(promptsIn(text)).not.toEqual([]));
});
