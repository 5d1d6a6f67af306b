import { Framework } from '../../../src/domain/framework/framework';
import type { Activity } from '../../../src/domain/activities/activity';
import { linksOf } from '../../../src/domain/activities/links';
import { matchOf } from '../../../src/domain/activities/match';
import { readOptions } from '../../../src/domain/activities/readOptions';
import { promptOffering, readTold } from '../../../src/domain/activities/told';
import { readMeanings } from '../../../src/domain/analysis/meanings';
import { concernOf } from '../../support/concernOf';
import type { Concern } from '../../../src/domain/analysis/finding';
import { readConversation } from '../../../src/domain/case/conversation';
import { checkOf, gardener, like } from './gardener';
import { activityCalled, catalogue, content, idsOf, inputFor, mrD, mrsK, optionsFor, personWho, today, type Said } from './stories';

describe('gates', () => {
  const gateOf = (said: Said, activity: Activity, more = {}) => optionsFor(personWho({ ...gardener, ...said }, more), [activity]).notOffered[0]?.gate;

  it('offers what is open to them', () => {
    expect(gateOf({}, like({}))).toBeUndefined();
    expect(idsOf(optionsFor(personWho(gardener), [like({})]))).toEqual(['potting-group']);
  });

  it('keeps back what has closed', () => expect(gateOf({}, like({ status: 'closed' }))).toBe('closed'));

  it('keeps to the ages of the place, and gives the benefit of a birthday to come', () => {
    const over60 = like({ ages: { from: 60 } });
    expect(gateOf({}, over60, { yearOfBirth: 1967 })).toBe('eligibility');
    expect(gateOf({}, over60, { yearOfBirth: 1966 })).toBeUndefined();
    const upTo25 = like({ ages: { to: 25 } });
    expect(gateOf({}, upTo25, { yearOfBirth: 2000 })).toBeUndefined();
    expect(gateOf({}, upTo25, { yearOfBirth: 1999 })).toBe('eligibility');
  });

  it('says that the age is not known when it matters', () => {
    expect(checkOf('open-now', {}, like({ ages: { from: 60 } }))).toMatchObject({ outcome: 'not-known', because: 'Whether they are the right age: it is for people of 60 or over.' });
  });

  it('keeps what is made for somebody else from those who did not say that they are one', () => {
    const carers = activityCalled('carers-group');
    expect(gateOf({ OC6: ['people'] }, carers)).toBe('eligibility');
    expect(optionsFor(personWho({ ...gardener, OC6: ['people'] }), [carers]).notOffered[0]?.because).toBe('It is for people who look after somebody. If that is them, they are welcome there.');
    expect(gateOf({ OC6: ['people'], ES3: ['yes-hard'] }, carers)).toBeUndefined();
    expect(gateOf({ OC6: ['people'], ES3: { choices: [], words: 'I am a carer for my brother.' } }, carers)).toBeUndefined();
    expect(gateOf({ OC6: ['people'], OC7: 'I am not a carer.' }, carers)).toBe('eligibility');
  });

  it('does not guess who is a woman or a man', () => {
    const swim = like({}, 'women-swim');
    expect(gateOf({}, swim)).toBeUndefined();
    expect(checkOf('identity', {}, swim)).toMatchObject({ outcome: 'not-known', settledBy: 'PI1' });
    expect(gateOf({ PI1: ['men-only'] }, swim)).toBe('eligibility');
    expect(checkOf('identity', { PI1: ['women-only'] }, swim).outcome).toBe('yes');
  });

  it('keeps back exercise until a clinician agrees, when they were told to limit what they do', () => {
    expect(gateOf({ PC7: ['told-to-limit'] }, like({ clinicalCheck: true }))).toBe('clinical-check');
    expect(gateOf({ PC7: ['told-to-limit'] }, like({ clinicalCheck: false }))).toBeUndefined();
  });

  it('never offers what they dislike, and quotes them', () => {
    const reading = optionsFor(personWho({ ...gardener, PV1: 'I hate gardening.' }), [like({})]);
    expect(reading.notOffered).toEqual([expect.objectContaining({ gate: 'disliked', because: 'They said “I hate gardening”.' })]);
  });

  it('never offers what they declined, and keeps the reason', () => {
    const reading = optionsFor(personWho(gardener, { declined: new Map([['potting-group', 'Too muddy']]) }), [like({})]);
    expect(reading.notOffered).toEqual([expect.objectContaining({ gate: 'declined', because: 'They said no to it: “Too muddy”.' })]);
    expect(reading.nothingFits).toBe(true);
  });

  it('keeps away from a kind of place that they are afraid of', () => {
    expect(gateOf({ EP2: { choices: [], words: 'I am scared of the park.' } }, like({}))).toBe('safety');
  });

  it('brings nobody to the home while a safety action is open, and says no more than that', () => {
    const input = inputFor(personWho({ ...gardener, OP1: ['private'], ES4: ['no', 'no-danger', 'about-family'], OC6: ['people'] }), [activityCalled('telephone-friend')]);
    const reading = readOptions(input);
    expect(reading.notOffered).toEqual([expect.objectContaining({ gate: 'safety', because: 'A safety action is open. Agree first which contact at home is safe.' })]);
  });
});

describe('held back as a whole', () => {
  const concern = (code: string, urgency: Concern['urgency'], state: Concern['state']): Concern => concernOf({ id: code, code, urgency, state });
  const heldWith = (...concerns: Concern[]) => readOptions({ ...inputFor(personWho(gardener)), concerns });

  it('while something must happen now', () => {
    expect(heldWith(concern('F02', 'NOW', 'open'))).toMatchObject({ options: [], nothingFits: false, heldBack: expect.stringMatching(/has to happen now/) as string });
    expect(heldWith(concern('F02', 'NOW', 'owned')).heldBack).toBeUndefined();
  });

  it('while another service leads, until it has answered', () => {
    expect(heldWith(concern('F04', 'TODAY', 'open')).heldBack).toMatch(/Another service leads/);
    expect(heldWith(concern('F04', 'TODAY', 'owned')).heldBack).toMatch(/Another service leads/);
    expect(heldWith(concern('F04', 'TODAY', 'answered')).heldBack).toBeUndefined();
  });

  it('by the rule of the framework as well as by the concern', () => {
    expect(optionsFor(personWho({ ...gardener, PC4: ['racing'] })).heldBack).toMatch(/Another service leads/);
  });

  it('when they did not agree to notes', () => {
    expect(optionsFor(personWho({ ...gardener, OP2: ['notes:no', 'supervisor:yes'] })).heldBack).toMatch(/did not agree to notes/);
    expect(optionsFor(personWho({ ...gardener, OP2: ['notes:yes', 'supervisor:no'] })).heldBack).toBeUndefined();
  });

  it('but not for a concern that can wait', () => expect(heldWith(concern('F10', 'SOON', 'open')).heldBack).toBeUndefined());
});

describe('nothing fits', () => {
  it('when nothing is known: nobody is matched on nothing', () => {
    expect(optionsFor(personWho({}))).toMatchObject({ options: [], nearly: [], nothingFits: true });
  });

  it('when what they love is not there, and something near is only near', () => {
    const reading = optionsFor(personWho({ ...gardener, PV3: ['faith:now'], OC6: ['joy'] }), [activityCalled('board-games'), activityCalled('potting-group')]);
    expect(reading.options).toEqual([]);
    expect(reading.nothingFits).toBe(true);
    expect(reading.nearly.map(({ because }) => because)).toContain('It is not among the things that they said they enjoy.');
  });

  it('for somebody who hates groups and cannot go out, but for one volunteer who comes', () => {
    const reading = optionsFor(personWho({ ...gardener, PV1: 'Peace. I can’t stand groups.', EP3: ['cannot-go-out'], PV3: ['games:now'] }));
    expect(idsOf(reading)).toEqual(['home-friend']);
  });
});

describe('other people', () => {
  it('at home and lonely: a call and a visitor, whatever pastimes they named', () => {
    const reading = optionsFor(personWho({ PV1: 'Cricket on the radio.', PV3: ['games:used-to', 'reading:now'], PV4: ['4'], EP3: ['cannot-go-out'], EP4: ['phone-calls-only'], ES1: ['no-one'], OC6: ['people', 'calm'] }, { yearOfBirth: 1940 }));
    expect(idsOf(reading)).toEqual(['telephone-friend', 'home-friend']);
    expect(reading.options[1]?.changes).toEqual(['Ask to go on the list now, and start with something else.']);
  });

  it('in debt and looking for work: work and advice, because of their own words', () => {
    const reading = optionsFor(personWho({ OP4: 'Bills piling up and I’m scared of the post.', PV4: ['5'], EP3: ['walk', 'minutes-30', 'afternoon'], EE1: ['often-not'], OC2: ['looking'], OC6: ['secure'] }, { yearOfBirth: 1988 }));
    expect(idsOf(reading).sort()).toEqual(['citizens-advice', 'job-club']);
    expect(reading.options.find(({ activity }) => activity.id === 'citizens-advice')?.reasons[0]).toBe('They said “Bills piling up and I’m scared of the post”.');
  });

  it('on the phone, with the core prompts only: options stand, and what is not known is said', () => {
    const reading = optionsFor(personWho({ OP1: ['private'], OP3: ['nothing'], PV1: 'My grandchildren and my dog.', PV3: ['animals:now', 'local:curious'], PV4: ['6'], ES1: ['friend'], EP3: ['walk', 'morning', 'weekday', 'minutes-20'], EE1: ['just-about'], OC7: 'A walk with somebody twice a week.' }, { mode: 'phone', yearOfBirth: 1950 }));
    expect(idsOf(reading)).toEqual(['dog-walking', 'morning-walkers']);
    expect(reading.options[0]?.fits.eo.state).toBe('not-known');
    expect(reading.options[0]?.unknowns[0]).toEqual({ text: 'Alone or in company, indoors or out: how they like to do things.', prompt: 'OC4' });
  });
});

describe('what is offered', () => {
  it('is at most three, with two to four reasons each', () => {
    for (const state of [mrsK(), mrD(), personWho(gardener)]) {
      const { options, nearly } = optionsFor(state);
      expect(options.length).toBeGreaterThan(0);
      expect(options.length).toBeLessThanOrEqual(3);
      expect(nearly.length).toBeLessThanOrEqual(3);
      for (const { reasons } of options) expect([2, 3, 4]).toContain(reasons.length);
    }
  });

  it('puts what needs no change first, then what gives more of what they want, then what is nearer', () => {
    const costly = like({ id: 'costly', pounds: 3 });
    const plain = like({ id: 'plain', gives: ['joy'] });
    const fuller = like({ id: 'fuller', gives: ['joy', 'calm'] });
    const nearer = like({ id: 'nearer', gives: ['joy'], travel: { bus: 5, pickUp: false } });
    const said: Said = { ...gardener, EE1: ['often-not'] };
    expect(idsOf(optionsFor(personWho(said), [costly, plain, fuller]))).toEqual(['fuller', 'plain', 'costly']);
    expect(idsOf(optionsFor(personWho(said), [plain, nearer]))).toEqual(['nearer', 'plain']);
  });

  it('puts what is shut by its news, over, or has not begun, after what runs now', () => {
    const { when } = like({});
    const shut = like({ id: 'a-shut', inItsWords: { news: 'No sessions for now.' } });
    const over = like({ id: 'b-over', when: { ...when!, until: '2026-06-30' } });
    const later = like({ id: 'd-later', when: { ...when!, from: '2027-01-12' } });
    expect(idsOf(optionsFor(personWho(gardener), [shut, over, like({ id: 'c-now', pounds: 3 })]))).toEqual(['c-now', 'a-shut', 'b-over']);
    expect(idsOf(optionsFor(personWho(gardener), [later, like({ id: 'e-now', pounds: 3 })]))).toEqual(['e-now', 'd-later']);
  });

  it('names the prompt that would settle what is not known, each prompt once', () => {
    const { options } = optionsFor(personWho({ PV3: ['growing:now'], PV4: ['7'], EP3: ['bus', 'afternoon'], EE1: ['yes'] }), [like({})]);
    expect(options[0]?.unknowns.map(({ prompt }) => prompt)).toEqual(['OC4', 'OP3', 'PI1', 'OC6']);
  });

  it('moves up when something was declined', () => {
    const [first, second] = idsOf(optionsFor(mrsK()));
    expect(idsOf(optionsFor(mrsK({ declined: new Map([[first!, undefined]]) })))[0]).toBe(second);
  });

  it('quotes nothing from a restricted prompt', () => {
    const said: Said = { OP1: ['private'], ...gardener, ES4: { choices: ['not-always'], words: 'My ex waits by the garden.' } };
    const text = JSON.stringify(optionsFor(personWho(said)).options);
    expect(text).not.toContain('My ex');
    expect(text).not.toContain('"ES4"');
  });
});

describe('what ties an activity to somebody in their own words', () => {
  const tiesBy = (words: string): string[] => {
    const told = readTold(inputFor(personWho({ PV4: { choices: ['4'], words } })));
    return catalogue.activities.filter((activity) => linksOf(activity, told).some(({ kind }) => kind === 'words')).map(({ id }) => id);
  };

  it.each(['I rang a group once and nobody rang back', 'I went to the choir and no one spoke to me.', 'The lunch club never answered.', 'They let me down at the bowls.', 'I felt so out of place at the art class.'])('is never how they were let down: %s', (words) => expect(tiesBy(words)).toEqual([]));

  it('is what they liked, whatever came after', () => {
    expect(tiesBy('I loved the choir, and then nobody rang back.')).toContain('community-choir');
    expect(tiesBy('I would like to sing again. I rang once and nobody rang back.')).toContain('community-choir');
    expect(tiesBy('I went to the choir and everybody spoke to me.')).toContain('community-choir');
  });

  it('is never that people meet: a group, a club, a class', () => {
    for (const words of ['I would like to join a group.', 'I like clubs.', 'I want to go to classes.']) expect([words, tiesBy(words)]).toEqual([words, []]);
    expect(tiesBy('I would like to join a group and sing.')).toContain('community-choir');
  });
});

describe('a framework in other words', () => {
  const other = Framework.parse({
    version: 'x', title: 'Other', licence: 'none', sections: [{ id: 's', label: 'S' }], areas: [{ id: 'a', label: 'A', side: 'person' }, { id: 'b', label: 'B', side: 'environment' }, { id: 'c', label: 'C', side: 'occupation' }],
    prompts: [
      { id: 'QA1', section: 's', topic: 'Likes', area: 'a', side: 'person', core: true, ask: 'What do you like?', phone: 'Likes?', why: 'It draws us back.', parts: [{ kind: 'many', id: 'p', options: [{ id: 'soil', label: 'Soil', means: ['interest:growing'] }, { id: 'song', label: 'Song', means: ['interest:music'] }] }] },
      { id: 'QB1', section: 's', topic: 'Ways', area: 'b', side: 'environment', core: true, ask: 'How do you travel?', phone: 'Travel?', why: 'To get there.', parts: [{ kind: 'one', id: 'p', options: [{ id: 'coach', label: 'Coach', means: ['travel:bus'] }, { id: 'feet', label: 'Feet', means: ['travel:walk'] }] }] },
    ],
  });

  it('is read by its meanings: no prompt is named in code', () => {
    const state = personWho({ QA1: ['soil'], QB1: ['coach'] });
    const conversation = readConversation(state, other);
    const reading = readOptions({ catalogue, state, conversation, meanings: readMeanings(conversation), concerns: [], today, match: matchOf({ conversation, observations: [], activities: catalogue.activities, concepts: content.concepts }) });
    expect(idsOf(reading)).toContain('potting-group');
    expect(reading.options.find(({ activity }) => activity.id === 'potting-group')?.reasons).toContain('They enjoy soil.');
  });

  it('finds the prompt that offers a meaning, while it has no answer', () => {
    const conversation = readConversation(personWho({ QA1: ['soil'] }), other);
    const told = readTold({ conversation, meanings: readMeanings(conversation), match: matchOf({ conversation, observations: [], activities: [], concepts: content.concepts }) });
    expect(promptOffering(told, 'travel')).toBe('QB1');
    expect(promptOffering(told, 'interest')).toBeUndefined();
    expect(promptOffering(told, 'cost')).toBeUndefined();
  });
});
