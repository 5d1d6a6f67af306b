import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { CaseEvent } from '../../src/domain/case/event';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { openBrowser } from '../support/browser';
import { Playground } from '../support/playground';
import { startEverything } from '../support/playgroundProcess';

/** What the bot has stored of its only case, read beside it from the same file. */
async function storedIn(data: string): Promise<readonly CaseEvent[]> {
  const { cases } = openSqliteStore(path.join(data, 'threefold.sqlite'));
  try {
    const heads = [];
    for await (const head of cases.all()) heads.push(head);
    expect(heads).toHaveLength(1);
    return await cases.load(heads[0]!.caseId);
  } finally {
    await cases.close();
  }
}

describe('somebody who presses too often, and an older card', () => {
  let everything: Awaited<ReturnType<typeof startEverything>>;
  let browser: Browser;
  let wren: Playground;
  const flaws: string[] = [];

  const answersTo = async (prompt: string): Promise<(string | undefined)[]> => (await storedIn(everything.data)).flatMap((event) => (event.type === 'PromptAnswered' && event.prompt === prompt ? [event.words ?? event.choices.join()] : []));

  const lookAt = async (name: string): Promise<void> => {
    await wren.picture(name);
    await wren.picture(name, 'dark', 'phone');
    flaws.push(...(await wren.flaws()).map((flaw) => `${name}: ${flaw}`));
  };

  beforeAll(async () => {
    everything = await startEverything();
    browser = await openBrowser();
    wren = await Playground.open(browser, everything.address);
    await wren.isGreeted('Threefold.', everything.log);
    await wren.press('Together');
    await wren.fill('Preferred name', 'Mrs K');
    await wren.pressTwice('Open the case');
  });

  afterAll(async () => {
    await browser?.close();
    await everything?.stop();
  });

  it('opens one case with two clicks', async () => {
    expect((await storedIn(everything.data)).map(({ type }) => type)).toEqual(['CaseOpened']);
  });

  it('gives one answer with two clicks on a tile, and stands at the next prompt', async () => {
    await wren.pressTwice('Private');
    expect(await answersTo('OP1')).toEqual(['private']);
    await wren.press('Yes: notes, supervisor and GP');
    await wren.press('Nothing');
    await wren.fill('In their words', 'I would like to get out again');
    await wren.pressTwice('Next');
    expect(await answersTo('OP4')).toEqual(['I would like to get out again']);
  });

  it('offers what is typed into an older card, and overwrites nothing', async () => {
    const asked = wren.card.lines.find((line) => line.endsWith('?'))!;
    const prompt = String(wren.card.pressables.find(({ verb }) => verb === 'answer')!.data['prompt']);
    wren.missesUpdates = true;
    await wren.say('My garden, and my daughter');
    expect(await answersTo(prompt)).toEqual(['My garden, and my daughter']);
    wren.takeUp(asked);
    await wren.fill('In their words', 'My garden. I do not want to be a bother');
    await lookAt('20-older-card-typed');
    await wren.press('Next');
    wren.takeUp('That card is an older one');
    await wren.sees('My garden, and my daughter');
    expect(wren.card.boxes.map(({ label }) => label)).toEqual(['The words on it']);
    expect(wren.card.pressables.map(({ title }) => title)).toEqual(['Use the older card', 'Use both', 'Keep what stands now', 'I’m worried']);
    await wren.window('21-older-card-window');
    await lookAt('21-older-card');
    expect(await answersTo(prompt)).toEqual(['My garden, and my daughter']);
    await wren.pressTwice('Use the older card');
    expect(await answersTo(prompt)).toEqual(['My garden, and my daughter', 'My garden. I do not want to be a bother']);
  });

  it('adds what was left in the box of an older card when another of its buttons is pressed', async () => {
    wren.takeUp('');
    const asked = wren.card.lines.find((line) => line.endsWith('?'))!;
    const prompt = String(wren.card.pressables.find(({ verb }) => verb === 'answer')!.data['prompt']);
    await wren.fill('In their words', 'I can grow anything');
    await wren.press('Next');
    wren.takeUp(asked);
    await wren.fill('In their words', 'and I never give up');
    await wren.pressTwice('I’m worried');
    expect(await answersTo(prompt)).toEqual(['I can grow anything', 'I can grow anything\nand I never give up']);
    wren.takeUp('');
    await wren.window('22-after-all-window');
  });

  it('shows no text that is cut off, and nothing that axe calls serious', () => {
    expect(flaws).toEqual([]);
  });
});
