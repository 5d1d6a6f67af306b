import type { Browser } from 'playwright-core';
import { mrsK } from '../scenarios/people';
import { openBrowser } from '../support/browser';
import { Playground } from '../support/playground';
import { startEverything } from '../support/playgroundProcess';
import { tellInBrowser } from '../support/tellInBrowser';

const review = 'Riverside social prescribing - Plan review';
const sam = '29:sam-okafor';
/** One of each kind of card is looked at closely; the others are drawn by `npm run cards`. */
const lookedAt = ['OP1', 'OP3', 'PV1', 'PV3', 'PV4', 'OC4'];

describe('a link worker and a supervisor, from hello to an agreed plan in the channel', () => {
  let everything: Awaited<ReturnType<typeof startEverything>>;
  let browser: Browser;
  let wren: Playground;
  const flaws: string[] = [];

  const lookAt = async (name: string): Promise<void> => {
    await wren.picture(name);
    await wren.picture(name, 'dark', 'phone');
    flaws.push(...(await wren.flaws()).map((flaw) => `${name}: ${flaw}`));
  };

  const openConcern = () => wren.card.pressables.find(({ title }) => title.includes('○ open'))?.title;

  const takeOnConcerns = async (): Promise<void> => {
    await wren.say('concerns');
    await lookAt('6-concerns');
    for (let concern = openConcern(); concern !== undefined; concern = openConcern()) {
      await wren.press(concern);
      await lookAt('7-concern');
      await wren.fill('Who has taken this on', 'Dr Alex Moss');
      await wren.fill('What they will do', 'Sees her this week');
      await wren.press('Record and go on');
      await wren.sees('Dr Alex Moss has taken it on');
      await wren.say('concerns');
    }
  };

  beforeAll(async () => {
    everything = await startEverything();
    browser = await openBrowser();
    wren = await Playground.open(browser, everything.address);
  });

  afterAll(async () => {
    await browser?.close();
    await everything?.stop();
  });

  it('is greeted as soon as the chat is open', async () => {
    await wren.isGreeted('Threefold.', everything.log);
    await wren.window('1-welcome-window');
    await lookAt('1-welcome');
  });

  it('opens a case, and answers card by card', async () => {
    await wren.press('Together');
    await wren.fill('Preferred name', 'Mrs K');
    await wren.fill('Year of birth', '1955');
    await wren.fill('What the referral says', 'Lonely and anxious. Please see.');
    await lookAt('2-new-case');
    await wren.press('Open the case');
    await tellInBrowser(wren, mrsK, async (prompt) => {
      if (lookedAt.includes(prompt)) await lookAt(`3-prompt-${prompt}`);
    });
  });

  it('is shown what fits, and chooses', async () => {
    await wren.sees('Potting group at Millfield Garden');
    await lookAt('4-options');
    await wren.press('Choose this');
    await tellInBrowser(wren, mrsK);
    await wren.sees('“I want my hands in the soil again, with somebody beside me”');
    await wren.sees('Potting group at Millfield Garden');
    await lookAt('5-plan');
  });

  it('says who takes on the concerns, and posts the plan after seeing exactly what goes out', async () => {
    await takeOnConcerns();
    await wren.say('plan');
    await wren.press('Post for review');
    await wren.sees('Where shall it go?');
    await lookAt('8-where');
    await wren.press('Plan review');
    await wren.sees('This is all that will be posted.');
    await lookAt('9-preview');
    await wren.press('Post it');
    await wren.sees('Plan review');
    await lookAt('10-posted');
  });

  it('stands in the channel with its reference and without her name', async () => {
    await wren.goTo(review);
    wren.takeUp('Action plan');
    await wren.sees('Awaiting review');
    await wren.window('11-channel-window');
    await lookAt('11-channel');
    const posted = await wren.read();
    expect(posted).toMatch(/Action plan [A-Z]+\u2011\d{3}/);
    expect(posted).toContain('“I want my hands in the soil again, with somebody beside me”');
    expect(posted).not.toContain('Mrs K');
    expect(posted).not.toContain('ninety miles');
  });

  it('is agreed by the supervisor: everybody in the channel sees it, and the worker is told in her own chat', async () => {
    const supervisor = wren.handTo(sam, review, 'Action plan');
    await supervisor.press('Agree');
    expect(supervisor.read()).toMatch(/Agreed[\s\S]*Sam Okafor/);
    await wren.sees('Sam Okafor');
    await wren.sees('Agreed');
    await lookAt('12-agreed');
    await wren.goTo('Personal Chat');
    await wren.sees('Sam Okafor');
    await lookAt('13-told');
  });

  it('shows no text that is cut off, and nothing that axe calls serious', () => {
    expect(flaws).toEqual([]);
  });
});
