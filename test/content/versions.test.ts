import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contactsToCheck } from '../../src/content/contactsToCheck';
import { contentVersions, loadContent } from '../../src/content/load';
import { localContacts, neededTexts } from '../../src/content/readContent';
import { matchLabels } from '../../src/domain/framework/matchChoice';
import { promptOf } from '../../src/domain/framework/framework';
import { filingRulesOf } from '../../src/domain/reading/filing/filingWords';

const guideIds = [
  'OP1', 'OP2', 'OP3', 'OP4', 'PV1', 'PV2', 'PV3', 'PV4', 'PV5', 'PH1', 'PH2', 'PH3', 'PC1', 'PC2', 'PC3', 'PC4', 'PC5', 'PC6', 'PC7', 'PI1',
  'ES1', 'ES2', 'ES3', 'ES4', 'EP1', 'EP2', 'EP3', 'EP4', 'EE1', 'EE2', 'EI1', 'EI2', 'OC1', 'OC2', 'OC3', 'OC4', 'OC5', 'OC6', 'OC7', 'AP1', 'AP2', 'AP3', 'AP4', 'AP5', 'AP6',
];

describe.each([...contentVersions])('the content %s', (version) => {
  it('loads', () => {
    expect(loadContent(version).version).toBe(version);
  });

  it('is read once, so that every turn shares it', () => {
    expect(loadContent(version)).toBe(loadContent(version));
  });

  it('has its rules made once, however often they are asked for', () => {
    const rules = () => filingRulesOf(loadContent(version).filing);
    expect(rules()).toBe(rules());
    expect(loadContent(version).lexicon).toBe(loadContent(version).lexicon);
  });
});

it('opens a new case with the newest version', () => {
  expect(loadContent()).toBe(loadContent(contentVersions.at(-1)));
});

it('says which versions there are when asked for another', () => {
  expect(() => loadContent('v0')).toThrow('There is no content “v0”. There is: v1.');
  expect(() => loadContent('constructor')).toThrow('There is no content “constructor”.');
});

describe('the first version', () => {
  const { framework, concerns, contacts, exits, texts } = loadContent('v1');

  it('asks the 45 prompts of the guide, in its order', () => {
    expect(framework.prompts.map(({ id }) => id)).toEqual(guideIds);
  });

  it('keeps twenty of them for the phone', () => {
    expect(framework.prompts.filter(({ core }) => core).map(({ id }) => id)).toEqual([
      'OP1', 'OP2', 'OP3', 'OP4', 'PV1', 'PV2', 'PV3', 'PV4', 'PH2', 'PC1', 'PC4', 'ES1', 'ES4', 'EP3', 'EE1', 'OC7', 'AP1', 'AP3', 'AP5', 'AP6',
    ]);
  });

  it('compels nothing but who can hear, consent, and the review with its copy', () => {
    expect(framework.prompts.filter(({ mandatory }) => mandatory).map(({ id }) => id)).toEqual(['OP1', 'OP2', 'AP6']);
  });

  it('keeps the detail of the two safety prompts in the worker\'s own chat', () => {
    expect(framework.prompts.filter(({ restricted }) => restricted).map(({ id }) => id)).toEqual(['PC5', 'ES4']);
  });

  it('explains all 28 concerns, and keeps ten of them out of the channel', () => {
    expect([...concerns.keys()]).toEqual(Array.from({ length: 28 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`));
    expect([...concerns.values()].filter(({ restricted }) => restricted).map(({ code }) => code)).toEqual(['F01', 'F02', 'F03', 'F15', 'F17', 'F18', 'F19', 'F20', 'F21', 'F22']);
  });

  it('says "choose the mental health option" wherever it sends to 111 for that', () => {
    const sending = [...concerns.values()].filter(({ contacts: ids }) => ids.includes('111-mental-health'));
    expect(sending.length).toBeGreaterThan(3);
    for (const { who } of sending.filter(({ who: text }) => text.includes('NHS 111'))) expect(who).toContain('choose the mental health option');
    expect(JSON.stringify([...concerns.values()])).not.toMatch(/option 2/i);
  });

  it('knows the eleven ways in which a conversation ends, each with what is written down', () => {
    expect(exits.map(({ code }) => code).sort()).toEqual(['C', 'D1', 'D2', 'E', 'I', 'M', 'N', 'P', 'S', 'U', 'W']);
    for (const { needs } of exits) expect(needs).toEqual(['reason', 'told', 'offered']);
  });

  it('says what it is for, what it is not for, and what to do in an emergency', () => {
    expect(texts['welcome-not-for']).toMatch(/not a clinical record.*no diagnosis.*capacity or safeguarding/s);
    expect(texts['welcome-emergency']).toMatch(/999.*mental health option/);
  });

  it('needs every sentence that a card asks for by name', () => {
    const cards = join(__dirname, '..', '..', 'src', 'cards');
    const sources = readdirSync(cards).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(cards, name), 'utf8'));
    const asked = sources.flatMap((source) => [...source.matchAll(/(?:textOf\(\w+, |texts\[|says\()'([\w-]+)'/g)].map(([, key]) => key!));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((key) => !(neededTexts as readonly string[]).includes(key))).toEqual([]);
  });

  it('has invented local numbers from the range kept for drama, and says that they are samples', () => {
    const local = [...contacts.values()].filter(({ scope }) => scope === 'local');
    expect(local.map(({ id }) => id)).toEqual(expect.arrayContaining([...localContacts]));
    for (const { name, number, sample } of local) expect([name, number, sample]).toEqual([expect.stringContaining('(sample)'), expect.stringMatching(/^01632 960\d{3}$/), true]);
  });

  it('names the numbers that may not be relied on, as samples or past their day', () => {
    const before = contactsToCheck({ contacts }, '2027-04-30');
    expect(before.every(({ why }) => why === 'sample')).toBe(true);
    expect(contactsToCheck({ contacts }, '2027-05-01')).toContainEqual({ id: 'samaritans', name: 'Samaritans', why: 'overdue' });
  });

  const guideLabels: readonly (readonly [string, string, readonly string[]])[] = [
    ['OP1', "Someone near, that's fine", ['near-fine']],
    ['OP1', 'Not a good time', ['not-a-good-time']],
    ['OP2', 'notes: yes; supervisor review: yes; GP practice: ask me each time; a relative or friend: no', ['notes:yes', 'supervisor:yes', 'gp:ask', 'relative:no']],
    ['OP3', 'BSL; large print; Easy Read; text not calls; longer slots; someone present; quiet place; step-free', ['bsl', 'large-print', 'easy-read', 'text-not-calls', 'longer-slots', 'someone-present', 'quiet-place', 'step-free']],
    ['PV2', 'good listener; knows the area; speaks other languages', ['good-listener', 'knows-the-area', 'speaks-other-languages']],
    ['PV3', 'music and singing: used to; growing and nature: now; screens and gaming: curious', ['music:used-to', 'growing:now', 'screens:curious']],
    ['PV4', '4', ['4']],
    ['PV5', 'not my sort of people; felt judged; nobody got back to me', ['not-my-people', 'judged', 'nobody-got-back']],
    ['PH1', 'carer: keep; worker: get back; neighbour: let go', ['carer:keep', 'worker:get-back', 'neighbour:let-go']],
    ['PH3', 'duties: too much; people: too little; rest: about right', ['duties-too-much', 'people-too-little', 'rest-about-right']],
    ['PC1', 'pain: long-standing; breath: getting worse; seeing: new; moving: sudden', ['pain:long-standing', 'breath:worse', 'seeing:new', 'moving:sudden']],
    ['PC2', 'hurt or could not get up', ['hurt']],
    ['PC3', 'slowly getting worse', ['slowly-worse']],
    ['PC4', 'low or worried some days; a lot', ['low-some-days', 'a-lot']],
    ['PC4', "very up, racing, or seeing or hearing things others don't", ['racing']],
    ['PC5', 'in the past, not now', ['in-the-past']],
    ['PC5', 'thought about how or when', ['how-or-when']],
    ['PC6', 'drink every day and shake or sweat without it', ['shakes']],
    ['PC7', 'new symptom; medicine problem; missed check; waiting; told to limit activity', ['new-symptom', 'medicine-problem', 'missed-check', 'waiting', 'told-to-limit']],
    ['PI1', 'language; prayer times; food rules; LGBTQ+ welcoming; veteran; trauma-aware', ['language', 'prayer-times', 'food-rules', 'lgbtq', 'veteran', 'trauma-aware']],
    ['ES1', 'no one', ['no-one']],
    ['ES2', 'far less', ['far-less']],
    ['ES3', 'yes, cannot go on; child under 18', ['cannot-go-on', 'child']],
    ['ES3', 'yes, hard; pregnancy', ['yes-hard', 'baby']],
    ['ES4', 'not always', ['not-always']],
    ['EP1', 'cold or damp; hard to move around; too full to use; notice or arrears; nowhere tonight; sharing or crowded', ['cold-or-damp', 'hard-to-move-around', 'too-full', 'notice-or-arrears', 'nowhere-tonight', 'sharing-or-crowded']],
    ['EP2', 'park or water; faith place; community centre', ['park', 'faith-place', 'community-centre']],
    ['EP3', 'wheelchair or scooter; lift; own car; 20 minutes; afternoons; daylight only', ['wheels', 'lift', 'car', 'minutes-20', 'afternoon', 'daylight-only']],
    ['EP3', 'cannot go out', ['cannot-go-out']],
    ['EP4', 'phone calls only', ['phone-calls-only']],
    ['EE1', 'no money for food or heating now', ['none-now']],
    ['EE1', 'someone else controls it', ['someone-controls']],
    ['EE2', 'cannot afford; cannot shop; no appetite; losing weight; worries about eating or weight', ['cannot-afford', 'cannot-shop', 'no-appetite', 'losing-weight', 'worries']],
    ['EI1', 'care coordinator; CMHT; waiting', ['care-coordinator', 'mental-health-team', 'waiting']],
    ['EI2', 'no ID or bank; GP registration; criminal record', ['no-id-or-bank', 'gp-registration', 'criminal-record']],
    ['OC1', 'washing: not done; post and bills: a struggle; home: someone does it', ['washing:not-done', 'post-and-bills:struggle', 'home:someone']],
    ['OC2', 'at risk at work; off sick', ['at-risk', 'off-sick']],
    ['OC3', 'the activity itself (closed, changed, too hard)', ['lies-activity']],
    ['OC4', 'small group; outdoors; drop-in; getting on with something; a bit of a stretch', ['small', 'outdoors', 'drop-in', 'doing', 'stretch']],
    ['OC5', 'teach a skill; make for others', ['teach', 'make-for-others']],
    ['OC6', 'moving and feeling alive; being useful; calm', ['moving', 'useful', 'calm']],
    ['AP3', 'someone meeting you; help with travel; going with someone', ['meet', 'travel', 'with-someone']],
    ['AP6', 'in three weeks; paper; NHS 111', ['in:21', 'paper', 'ring-111']],
  ];

  it.each(guideLabels)('understands %s when the guide\'s own words are typed: %s', (id, typed, choices) => {
    expect(matchLabels(promptOf(framework, id)!, typed)).toEqual({ choices, unmatched: [] });
  });

  it('lets every choice be named by its own label', () => {
    const lost = framework.prompts.flatMap((prompt) =>
      prompt.parts.flatMap((part) => (part.kind === 'one' || part.kind === 'many' ? part.options.filter(({ label, aka, id }) => ![label, ...aka].some((name) => matchLabels(prompt, name).choices.join() === id)).map(({ label }) => `${prompt.id} ${label}`) : [])),
    );
    expect(lost).toEqual([]);
  });
});
