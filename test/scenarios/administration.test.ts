/** Those who look after a service: teams, roles, numbers and records, in the chat; and nobody becomes one of them by what a card says. */
import { changeRecord } from '../../src/app/changeRecord';
import { handOver } from '../../src/app/handOver';
import { organisationNow } from '../../src/app/organisationNow';
import type { OrganisationEvent } from '../../src/domain/organisation/event';
import { readCardText } from '../../src/console/cardText';
import { ada, by, everything, happens, riverside, service } from '../support/riverside';
import { jo, planReview, sam, Talk, World, wren } from '../support/talk';
import { openCase } from '../support/walk';

describe('an administrator, in the chat', () => {
  it('forms a team, puts people in it, sets its channel, and it counts from the next press on', async () => {
    const world = new World({ administrators: [ada.id] });
    world.rooms.open('review', planReview, ['ada', 'wren', 'sam']);
    for (const who of [wren, sam]) await new Talk(world, who).arrive();
    const talk = await new Talk(world, ada).say('admin');
    await talk.press(/^Teams/);
    await talk.press('Form this team', { 'Name of a new team': 'Riverside' });
    await talk.press(/^Riverside/);
    expect(talk.text).toContain('nobody yet: tap their name under People');
    await talk.press('Review plans there', { 'Review channel': ['Plan review'] });
    await talk.press('Administration');
    expect(talk.text).toContain('No supervisor, so nobody can agree its plans');
    await talk.press(/^People/);
    await talk.press(/^Wren Alder/);
    await talk.press('Link worker in this team', { 'Or choose a team': ['Riverside'] });
    expect(talk.text).toContain('Link worker in Riverside.');
    await talk.press('Administration');
    await talk.press(/^People/);
    await talk.press(/^Sam Okafor/);
    await talk.press('Supervisor of this team', { 'Or choose a team': ['Riverside'] });
    const [worker, supervisor] = [await openCase(world, { name: 'Mr Q' }), new Talk(world, sam)];
    expect(worker.text).toContain('Mr Q');
    await supervisor.say('my team');
    expect(supervisor.text).toContain((await world.caseOf(wren)).state.ref);
    await talk.say('admin');
    await talk.press('What was changed');
    expect(talk.text).toMatch(/Ada Stone: Sam Okafor is a supervisor in Riverside/);
    expect((await everything(world)).filter(({ verb }) => verb === 'administer').map(({ by: who, what }) => `${who} ${what}`)).toEqual(expect.arrayContaining(['ada TeamFormed', 'ada WorkerPutInTeam', 'ada RoleGranted', 'ada ReviewChannelSet']));
  });

  it('reaches every team, every channel and every change, however many there are', async () => {
    const world = await service();
    for (let at = 0; at < 20; at++) world.rooms.open(`room-${at}`, { id: `room-${at}`, name: `Channel ${at}`, kind: 'channel' }, ['ada']);
    await happens(world, ...Array.from({ length: 20 }, (_, at): OrganisationEvent => ({ type: 'TeamFormed', ...by, team: `many-${at}`, name: `Team ${at + 10}` })));
    const talk = await new Talk(world, ada).say('admin');
    await talk.press(/^Teams/);
    expect(talk.text).toContain('1 to 14 of 22.');
    await talk.press('More teams');
    await talk.press(/^Team 29/);
    await talk.press('Review plans there', { 'Review channel': ['Channel 19'] });
    expect((await organisationNow(world.parts, { fresh: true })).teams.get('many-19')?.reviewPlaces.map(({ id }) => id)).toEqual(['room-19']);
    await talk.press('Administration');
    await talk.press('What was changed');
    const read = [talk.text];
    while (talk.has('Earlier changes')) read.push((await talk.press('Earlier changes')).text);
    expect(read.join('\n')).toMatch(/plans in Team 29 are reviewed in Channel 19[\s\S]*Sam Okafor is a supervisor in Riverside[\s\S]*the team Riverside was formed/);
  });

  it('keeps what was typed when it is refused, and says what to do', async () => {
    const world = await service();
    const talk = await new Talk(world, ada).say('admin');
    await talk.press(/^Teams/);
    await talk.press('Form this team', { 'Name of a new team': 'riverside' });
    expect(talk.text).toContain('Another team has that name already');
    expect(JSON.stringify(talk.json)).toContain('"value":"riverside"');
  });

  it('changes a number with a reason: every card shows it from then on, on every case, also of an open one', async () => {
    const world = await service();
    const worker = await openCase(world, { name: 'Mr Q' });
    const talk = await new Talk(world, ada).say('admin');
    await talk.press(/^Local numbers/);
    await talk.press(/^Mental health crisis team/);
    const boxes = { Name: 'Mental health crisis team', Number: '0161 271 9999', 'Check it again by': '2027-04-30' };
    await talk.press('Keep this number', boxes);
    expect(talk.text).toContain('Please write why it changes');
    await talk.press('Keep this number', { ...boxes, 'Why it changes': 'They moved' });
    expect(talk.text).toContain('Recorded.');
    await worker.say('summary');
    expect(worker.text).toContain('0161\u00a0271\u00a09999');
    await talk.press(/^Mental health crisis team/);
    await talk.press('Use the one in the settings', { 'Why it changes': 'It was a slip' });
    await worker.say('summary');
    expect(worker.text).not.toContain('0161\u00a0271\u00a09999');
  });

  it('sees which cases nobody works on, by their number alone, and hands them over', async () => {
    const world = await service();
    await openCase(world, { name: 'Mrs Kowalska' });
    await openCase(world, { name: 'Mr Quill' });
    await happens(world, { type: 'PersonLeft', ...by, person: 'wren' });
    const talk = await new Talk(world, ada).say('admin');
    await talk.press(/^2 cases of Wren Alder: nobody works on them/);
    await talk.press('Hand over all 2', { Why: 'Wren has left', 'Who gets them': ['Kit Moor'] });
    expect(talk.text).toContain('2 cases are with Kit Moor now.');
    expect(talk.seen.map(({ lines }) => lines.join('\n')).join('\n')).not.toMatch(/Kowalska|Quill/);
    expect((await world.parts.cases.headsOf('kit')).map(({ name }) => name).sort()).toEqual(['Mr Quill', 'Mrs Kowalska']);
    await world.deliverAll();
    expect(world.rooms.told.filter(({ person }) => person === 'kit')).toHaveLength(2);
  });

  it('adds what the person says is wrong, without seeing what is in the record', async () => {
    const world = await service();
    await openCase(world, { name: 'Mrs Kowalska' });
    const { caseId, state } = await world.caseOf(wren);
    const talk = await new Talk(world, ada).say('admin');
    await talk.press(/^Records/);
    expect(talk.card.boxes.map(({ label }) => label)).toEqual(['Reference', 'What to do', 'Why, or what the person says', 'To erase it: the reference once more']);
    await talk.press('Do this', { Reference: state.ref, 'Why, or what the person says': 'I never said that I drink', 'What to do': ['Add what the person says is wrong'] });
    expect(talk.text).toContain('What the person says is kept with it, word for word.');
    expect(await world.parts.cases.load(caseId)).toContainEqual(expect.objectContaining({ type: 'StatementAdded', by: 'ada', words: 'I never said that I drink' }));
    expect(talk.seen.map(({ lines }) => lines.join(' ')).join(' ')).not.toContain('Kowalska');
    expect((await everything(world)).map(({ by: who, verb }) => `${who} ${verb}`)).toContain('ada correct');
  });

  it('who administers alone and makes themselves a supervisor does not do it unseen', async () => {
    const world = await service([...riverside, { type: 'PersonNamed', at: by.at, by: ada.id, person: ada.id, name: ada.name }]);
    const talk = await new Talk(world, ada).pressAgain({ title: '', verb: 'grant-role', data: {} }, { person: ada.id, role: 'supervisor', team: 't1' });
    expect(talk.text).toContain('Recorded.');
    expect(world.rooms.told.map(({ person, shown }) => `${person}: ${readCardText(shown.card).lines.join(' ')}`)).toEqual([expect.stringMatching(/^sam: Ada Stone supervises Riverside now.*gave themselves that role/)]);
    await happens(world, { type: 'RoleGranted', ...by, person: 'jo', role: 'administrator' });
    await talk.pressAgain({ title: '', verb: 'grant-role', data: {} }, { person: ada.id, role: 'supervisor', team: 't2' });
    expect(talk.text).toContain('nobody gives that to themselves');
  });

  it('hands over all cases but one that is being erased, and says so', async () => {
    const world = await service();
    const names = ['Mrs Kowalska', 'Mr Quill', 'Ms Teal'];
    for (const name of names) await openCase(world, { name });
    const [first] = [...(await world.parts.cases.headsOf('wren'))].sort((a, b) => a.caseId.localeCompare(b.caseId));
    await changeRecord(world.parts)(first!.caseId, { at: world.now, by: 'ada', rights: { mayManageRecords: true }, place: 'personal' }, { type: 'EraseCase', why: 'asked', reason: 'She asked for it' });
    await happens(world, { type: 'PersonLeft', ...by, person: 'wren' });
    const talk = await new Talk(world, ada).say('admin');
    await talk.press(/^3 cases of Wren Alder/);
    await talk.press('Hand over all 3', { Why: 'Wren has left', 'Who gets them': ['Kit Moor'] });
    expect(talk.text).toContain('2 cases are with Kit Moor now. One stays as it is');
    expect((await world.parts.cases.headsOf('kit')).map(({ name }) => name).sort()).toEqual(names.filter((name) => name !== first!.name).sort());
  });

  it('does not give a case to somebody whose role ended while it was being written to', async () => {
    const world = await service();
    await openCase(world, { name: 'Mrs Kowalska' });
    const { caseId } = await world.caseOf(wren);
    const organisation = await organisationNow(world.parts);
    const { load } = world.parts.cases;
    let loads = 0;
    const cases = { ...world.parts.cases, load: async (id: string) => {
      if ((loads += 1) === 1) await happens(world, { type: 'PersonLeft', ...by, person: 'kit' });
      return load(id);
    } };
    const given = await handOver({ ...world.parts, cases }, { at: world.now, by: ada, where: { kind: 'personal', place: 'chat-ada' }, intent: { kind: 'said', text: '' }, freshId: 'f' }, organisation, { caseId, to: 'kit', reason: 'x' });
    expect(given).toEqual({ kind: 'refused', reason: 'no-such-worker' });
  });

  it('sets a record aside and erases it by its reference, without seeing what is in it', async () => {
    const world = await service();
    await openCase(world, { name: 'Mrs Kowalska' });
    const { caseId, state } = await world.caseOf(wren);
    const talk = await new Talk(world, ada).say('admin');
    await talk.press(/^Records/);
    expect(talk.card.boxes.find(({ label }) => label === 'What to do')?.value ?? '').toBe('');
    await talk.press('Do this', { Reference: state.ref });
    expect(talk.text).toContain('Please choose what to do with it.');
    await talk.press('Do this', { Reference: state.ref.toLowerCase(), 'Why, or what the person says': 'She asked for it', 'What to do': ['Set it aside: kept, not used'] });
    expect(talk.text).toContain(`${state.ref}: It is set aside.`);
    expect((await new Talk(world, sam).say(`open case ${state.ref}`)).text).not.toContain('Kowalska');
    await talk.press('Do this', { Reference: state.ref, 'Why, or what the person says': 'It was put right', 'What to do': ['Take it up again'] });
    const erase = { Reference: state.ref, 'Why, or what the person says': 'She asked for it', 'What to do': ['Erase it for good'] };
    await talk.press('Do this', erase);
    expect(talk.text).toContain('Please write the reference once more');
    await talk.press('Do this', { ...erase, 'To erase it: the reference once more': 'WREN-1' });
    expect(talk.text).toContain('The two references are not the same.');
    await talk.press('Do this', { ...erase, 'To erase it: the reference once more': state.ref });
    expect(talk.text).toContain(`${state.ref}: It is being erased.`);
    await world.deliverAll();
    expect([await world.parts.cases.load(caseId), await world.parts.cases.headsOf('wren')]).toEqual([[], []]);
    expect((await everything(world)).map(({ by: who, verb }) => `${who} ${verb}`)).toEqual(expect.arrayContaining(['ada restrict', 'ada erase']));
    expect(talk.seen.map(({ lines }) => lines.join(' ')).join(' ')).not.toContain('Kowalska');
  });

  it('is nobody by what a card says: forged presses of every kind change nothing', async () => {
    const world = await service();
    const forged: readonly (readonly [string, Record<string, unknown>])[] = [
      ['grant-role', { person: 'jo', role: 'administrator' }], ['grant-role', { person: 'jo', role: 'supervisor', team: 't1' }], ['withdraw-role', { person: 'sam', role: 'supervisor', which: 't1' }], ['person-left', { person: 'sam' }], ['put-in-team', { person: 'jo', team: 't2' }],
      ['form-team', { team: 't9', name: 'Mine' }], ['rename-team', { team: 't1', name: 'Mine' }], ['set-review-channel', { team: 't1', place: 'lunch' }], ['drop-review-channel', { team: 't1', which: planReview.id }], ['name-person', { person: 'sam', name: 'Nobody' }],
      ['change-contact', { contact: 'crisis-team', name: 'x', number: '123 456', hours: '', day: '2027-01-01', reason: 'x' }], ['drop-contact', { contact: 'crisis-team', reason: 'x' }], ['office', { screen: 'people' }], ['hand-over-all', { person: 'wren', to: 'jo', reason: 'x' }], ['keep-record', { ref: 'WREN-204', act: 'erase', reason: 'x', again: 'WREN-204' }], ['team', {}],
    ];
    for (const who of [jo, sam, { id: 'zed', name: 'Zed' }]) {
      for (const [verb, data] of forged) {
        const talk = await new Talk(world, who).pressAgain({ title: 'forged', verb, data: { ...data, role: data['role'] ?? 'administrator', by: 'ada', administers: true } });
        expect(talk.text).not.toMatch(/Recorded\./);
      }
    }
    expect((await world.parts.organisation.load()).slice(riverside.length).map(({ type, by: who }) => `${who} ${type}`)).toEqual(['zed PersonNamed']);
  });
});
