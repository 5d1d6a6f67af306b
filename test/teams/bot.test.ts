import { chats, sam, shownAs, team, TeamsRoom, textOf, wren } from '../support/teamsRoom';

let room: TeamsRoom;
beforeEach(async () => {
  room = await new TeamsRoom().open();
});
afterEach(() => room.close());

const hangsUntilTold = () => {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => (tell = resolve));
  return { told, tell };
};

const atOnce = (tooLong: () => void) => {
  tooLong();
  return () => undefined;
};

describe('a message in a chat with the bot', () => {
  it('is a turn of whoever is signed in, at the time of the bot, and is answered with a card and nothing beside it', async () => {
    expect((await room.say('I would like to walk again')).status).toBe(200);
    expect(room.turns).toEqual([{ at: '2026-11-21T10:00:00.000Z', freshId: expect.stringMatching(/^[0-9a-f-]{36}$/), message: expect.any(String), by: { id: wren.aadObjectId, name: 'Wren Alder' }, where: { kind: 'personal', place: 'a:wren' }, intent: { kind: 'said', text: 'I would like to walk again' } }]);
    const [sent] = room.connector.sent('POST');
    expect(sent?.body).toMatchObject({ type: 'message', summary: 'heard said', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] });
    expect(sent?.body['text']).toBeUndefined();
  });

  it('is taken once when the platform brings it twice', async () => {
    const activity = room.activity({ type: 'message', text: 'once' });
    await room.send(activity);
    await room.send(activity);
    expect(room.turns).toHaveLength(1);
    expect(room.connector.sent('POST')).toHaveLength(1);
  });

  it('from somebody who is not signed in shows and changes nothing', async () => {
    await room.say('hello', { id: '29:stranger', name: 'Stranger' });
    expect(room.turns).toHaveLength(0);
    expect(textOf(room.connector.sent('POST')[0]?.body)).toMatch(/cannot tell who you are/);
  });

  it('leaves out the name of the bot when it was mentioned', async () => {
    const entities = [{ type: 'mention', text: '<at>Threefold</at>', mentioned: { id: '28:bot' } }];
    await room.send(room.activity({ type: 'message', text: '<at>Threefold</at> help\u00a0me', entities }, wren, chats.channel));
    expect(room.turns[0]).toMatchObject({ where: { kind: 'channel', place: '19:review@thread.tacv2' }, intent: { kind: 'said', text: 'help me' } });
  });

  it('with a picture and no words is still a turn', async () => {
    await room.send(room.activity({ type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'https://elsewhere.example/x.png' }] }));
    expect(room.turns[0]?.intent).toEqual({ kind: 'said', text: '', hasFile: true });
  });

  it.each([
    ['a recording', { contentType: 'audio/mp4' }, { hasFile: true }],
    ['a file', { contentType: 'application/vnd.microsoft.teams.file.download.info' }, { hasFile: true }],
    ['the same words as HTML, which Teams adds by itself', { contentType: 'text/html', content: '<p>hello</p>' }, {}],
    ['something unreadable', null, {}],
  ])('with words and %s', async (_what, attachment, more) => {
    await room.send(room.activity({ type: 'message', text: 'hello', attachments: [attachment] }));
    expect(room.turns[0]?.intent).toEqual({ kind: 'said', text: 'hello', ...more });
  });

  it('moves the card of the same case down: the older one says where it went on', async () => {
    room.takeTurn = () => ({ shown: shownAs('the card', 'case-1') });
    await room.say('one');
    await room.say('two');
    await room.settled();
    const [changed, ...others] = room.connector.sent('PUT');
    expect(changed?.path).toContain('message-1');
    expect(textOf(changed?.body)).toMatch(/goes on below/);
    expect(others).toHaveLength(0);
  });

  it('leaves the card of another case as it is', async () => {
    let count = 0;
    room.takeTurn = () => ({ shown: shownAs('the card', `case-${(count += 1)}`) });
    await room.say('one');
    await room.say('two');
    await room.settled();
    expect(room.connector.sent('PUT')).toHaveLength(0);
  });

  it('is told so when it could not be taken', async () => {
    room.takeTurn = () => Promise.reject(new Error('the store is away'));
    expect((await room.say('hello')).status).toBe(200);
    expect(textOf(room.connector.sent('POST')[0]?.body)).toMatch(/did not work just now.*send it again/);
  });
});

describe('a press on a card', () => {
  it('is answered with the card that takes its place, and the message behind it changes for every other device', async () => {
    const { status, body } = await room.press('help');
    expect(room.turns[0]?.intent).toEqual({ kind: 'pressed', action: { verb: 'help' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } });
    await room.settled();
    expect(room.connector.sent('PUT').map(({ path }) => path)).toEqual(['/v3/conversations/a:wren/activities/card-1']);
    expect(room.connector.sent('POST')).toHaveLength(0);
  });

  it('that came as Action.Submit reaches the same turn, and changes the card where it stands', async () => {
    const { status } = await room.submit({ verb: 'next', caseId: 'case-1', rev: 4, words__r4: '' });
    expect(status).toBe(200);
    expect(room.turns[0]?.intent).toEqual({ kind: 'pressed', action: { verb: 'next', caseId: 'case-1', rev: 4 } });
    await room.settled();
    expect(room.connector.sent('PUT')).toHaveLength(1);
    expect(room.connector.sent('POST')).toHaveLength(0);
  });

  it.each([
    ['an unknown verb', { action: { type: 'Action.Execute', verb: 'drop-table', data: { caseId: 'c', words__r3: 'my words' } } }, 'my words'],
    ['no verb', { action: { type: 'Action.Execute', data: {} } }, ''],
    ['data that is no object', { action: { type: 'Action.Execute', verb: 'next', data: 'x' } }, ''],
    ['nothing', undefined, ''],
    ['a list', [], ''],
  ])('with %s is a turn that cannot be read, never an error', async (_what, value, typed) => {
    const { status, body } = await room.send(room.activity({ type: 'invoke', name: 'adaptiveCard/action', value }));
    expect(status).toBe(200);
    expect(body['value']).toBeDefined();
    expect(room.turns[0]?.intent).toMatchObject({ kind: 'unreadable', typed });
  });

  it('that fails gives back what was typed, with the same press to try again', async () => {
    room.takeTurn = () => Promise.reject(new Error('the store is away'));
    const data = { caseId: 'case-1', rev: 3, prompt: 'PV1', part: 'a', words__r3: 'A walk by the *river*' };
    const { status, body } = await room.press('answer', data);
    expect(status).toBe(200);
    const card = body['value'] as { actions: object[] };
    expect(textOf(card)).toContain('A walk by the \\*river\\*');
    expect(card.actions[0]).toMatchObject({ type: 'Action.Execute', verb: 'answer', data, fallback: { type: 'Action.Submit', data: { ...data, verb: 'answer' } } });
    await room.settled();
    expect(room.connector.sent('PUT')).toHaveLength(0);
  });

  it('that takes too long says so, leaves the card, and changes it when it is done', async () => {
    await room.close();
    const { told, tell } = hangsUntilTold();
    room = await new TeamsRoom().open({ patience: atOnce });
    room.takeTurn = () => told.then(() => ({ shown: shownAs('done at last') }));
    const { status, body } = await room.press('help');
    expect(status).toBe(200);
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: expect.stringMatching(/takes longer/) });
    tell();
    await room.settled();
    expect(textOf(room.connector.sent('PUT')[0]?.body)).toContain('done at last');
  });

  it('that was answered in time is waited for no longer, so that nothing of it is held on to', async () => {
    await room.close();
    let waiting = 0;
    const patience = () => {
      waiting += 1;
      return () => void (waiting -= 1);
    };
    room = await new TeamsRoom().open({ patience });
    await room.press('help');
    await room.settled();
    expect(waiting).toBe(0);
  });

  it('of another kind than ours is answered in words', async () => {
    const { status, body } = await room.send(room.activity({ type: 'invoke', name: 'task/fetch', value: {} }));
    expect(status).toBe(200);
    expect(body['value']).toMatch(/cannot do that here/);
  });

  it('in quick succession leaves the newest card standing, however slow the platform is', async () => {
    let count = 0;
    room.takeTurn = () => ({ shown: shownAs(`card ${(count += 1)}`) });
    await Promise.all([room.press('help'), room.press('help'), room.press('help'), room.press('help')]);
    await room.settled();
    expect(textOf(room.connector.sent('PUT').at(-1)?.body)).toContain('card 4');
  });
});

describe('a press in a channel', () => {
  it('answers whoever pressed, changes the card for everyone, writes to their own chat and brings out what is owed', async () => {
    room.takeTurn = () => ({ shown: shownAs('you agreed'), everyone: shownAs('agreed by Sam'), ownChat: shownAs('the full plan'), owes: 'case-1' });
    await room.send(room.activity({ type: 'message', text: 'hi' }, sam, { ...chats.personal, conversation: { id: 'a:sam', conversationType: 'personal' } }));
    await room.settled();
    const { body } = await room.press('agree', { caseId: 'case-1', version: 1 }, sam, chats.channel);
    expect(textOf(body['value'])).toBe('you agreed');
    await room.settled();
    expect(room.connector.sent('PUT').map(({ path, body: card }) => [path, textOf(card)])).toContainEqual(['/v3/conversations/19:review@thread.tacv2;messageid=7/activities/card-1', 'agreed by Sam']);
    expect(room.connector.sent('POST').map(({ path, body: card }) => [path, textOf(card)])).toContainEqual(['/v3/conversations/a:sam/activities', 'the full plan']);
    expect(room.delivered).toContain('case-1');
  });

  it('shows what is only for whoever pressed to nobody else', async () => {
    await room.press('show-change-form', { caseId: 'case-1', version: 1 }, sam, chats.channel);
    await room.settled();
    expect(room.connector.received).toHaveLength(0);
  });
});

describe('where the bot is', () => {
  it('says hello once in a chat that it was added to, although it is told twice', async () => {
    await room.installIn(chats.personal);
    await room.send(room.activity({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }));
    await room.installIn(chats.personal);
    await room.settled();
    expect(room.turns.map(({ intent }) => intent.kind)).toEqual(['arrived']);
    expect(await room.places.all()).toEqual([expect.objectContaining({ id: 'a:wren', kind: 'personal', person: wren.aadObjectId })]);
  });

  it('neither greets nor forgets when a new version of the app takes the place of the old one', async () => {
    await room.installIn(chats.personal);
    await room.installIn(chats.personal, 'remove-upgrade');
    await room.installIn(chats.group, 'add-upgrade');
    await room.settled();
    expect(room.turns).toHaveLength(1);
    expect((await room.places.all()).map(({ kind }) => kind)).toEqual(['personal', 'group']);
  });

  it('knows every open channel of a team that it was added to, and no private one', async () => {
    room.connector.channels.set(team.id, [{ id: team.id }, { id: '19:review@thread.tacv2', name: 'Plan review', type: 'standard' }, { id: '19:closed@thread.tacv2', name: 'Closed', type: 'private' }]);
    await room.installIn({ ...chats.channel, conversation: { ...chats.channel.conversation, id: team.id } });
    expect((await room.places.all()).map(({ name, kind, team: of }) => ({ name, kind, of }))).toEqual([
      { name: 'General', kind: 'channel', of: 'Riverside' },
      { name: 'Plan review', kind: 'channel', of: 'Riverside' },
    ]);
  });

  it('forgets a chat or a team that it was taken out of', async () => {
    room.connector.channels.set(team.id, [{ id: team.id }]);
    await room.installIn(chats.group);
    await room.installIn(chats.channel);
    expect(await room.places.all()).toHaveLength(2);
    await room.installIn(chats.group, 'remove');
    await room.installIn(chats.channel, 'remove');
    expect(await room.places.all()).toHaveLength(0);
  });
});

it('sends every press as Action.Submit, when that is set, in messages and in answers', async () => {
  await room.close();
  room = await new TeamsRoom().open({ cardAction: 'submit' });
  const press = { type: 'Action.Execute', title: 'Next', verb: 'next', data: {}, fallback: { type: 'Action.Submit', title: 'Next', data: { verb: 'next' } } };
  const shown = shownAs('a card');
  room.takeTurn = () => ({ shown: { ...shown, card: { ...shown.card, actions: [press] } } });
  await room.say('hello');
  const answered = await room.press('help');
  for (const body of [room.connector.sent('POST')[0]?.body, answered.body]) {
    expect(JSON.stringify(body)).toContain('"Action.Submit"');
    expect(JSON.stringify(body)).not.toContain('Action.Execute');
  }
});

it('logs ids, verbs and durations, and nothing that anybody said', async () => {
  const marker = 'quite-a-private-matter';
  await room.say(marker, { ...wren, name: marker });
  await room.press('answer', { caseId: 'case-1', rev: 1, prompt: 'PV1', part: 'a', words__r1: marker });
  await room.press(marker, { words__r1: marker });
  room.takeTurn = () => Promise.reject(new Error(`cannot store ${marker}`));
  await room.say(marker);
  room.connector.breaks({ status: 400 }, 9);
  await room.say(marker);
  await room.settled();
  const log = room.logged.join('\n');
  expect(log).toMatch(/"verb":"answer".*"ms":/);
  expect(log).not.toContain(marker);
});

describe('a message that was changed after it was sent', () => {
  const changed = (chat: (typeof chats)['personal' | 'channel']) => room.send({ ...room.activity({ type: 'messageUpdate', text: 'my garden, and she fell' }, wren, chat), channelData: { ...chat.channelData, eventType: 'editMessage' } });

  it('stays as it was first sent, and whoever wrote it is told so', async () => {
    await changed(chats.personal);
    await room.settled();
    expect(room.turns).toEqual([]);
    expect(room.connector.sent('POST', /a:wren\/activities/).map(({ body }) => textOf(body)).join()).toMatch(/as it was first.*send.*as a new message.*ring 999/);
  });

  it('is nobody’s business where others read: nothing about a person is taken there anyhow', async () => {
    await changed(chats.channel);
    await room.settled();
    expect(room.connector.sent('POST')).toEqual([]);
  });
});
