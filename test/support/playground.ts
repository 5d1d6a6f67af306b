import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { AdaptiveCard } from '../../src/cards/registry';
import { readCardText, type CardText } from '../../src/console/cardText';
import { barriersIn, bringChecks, cutTextIn } from './cardChecks';
import { cardType, type Message, type Replacement } from './playgroundMessages';
import { Reader } from './playgroundReader';
import { card as cardSelector, dressPage, wear, type Look, type Width } from './playgroundLooks';

/** Where somebody is, in the words of the playground's list on the left. */
export type Place = 'Personal Chat' | (string & {});
type Sent = { readonly messageId: string; readonly timestamp: number; readonly postConversationId?: string; readonly text?: string; readonly attachments?: readonly { readonly contentType: string; readonly content: AdaptiveCard }[] };
type Frame = { readonly action?: 'createMessage' | 'updateMessage' | 'deleteMessage'; readonly actionConversationId?: string; readonly message?: Sent };
type Room = { readonly name: Place; readonly id: string };
type Config = { readonly personalChat: { id: string }; readonly groupChats: readonly { id: string; name: string }[]; readonly teams: readonly { name: string; channels: readonly { id: string; name: string }[] }[] };

const pictures = path.join(__dirname, '../results/e2e');
const patience = 15_000;
const usual = { width: 1400, height: 1000 };
/** High enough for the longest card: what is beyond the window is missing from a picture. */
const tall = { width: 1400, height: 3600 };

/** It took the opening of the chat for a turn, and nothing that it sent went wrong. */
const isGreetedBy = (log: string): boolean => /"intent":"arrived","where":"personal"(?![^\n]*"error")/.test(log) && !log.includes('"what":"answer"');

/** Playwright takes small and capital letters for the same; a reader does not. */
const exactly = (text: string): RegExp => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/** The playground in a browser, as the person at the screen sees and uses it: by words and labels, newest card first. */
export class Playground {
  /** Everything that the bot has sent since the page was opened, as it stands now. */
  readonly messages: Message[] = [];
  /** Changes of messages that were sent before do not reach this screen: it goes on showing what it showed. */
  missesUpdates = false;
  private here: Place = 'Personal Chat';
  private saying = '';

  private constructor(
    readonly page: Page,
    private readonly address: string,
    private readonly rooms: readonly Room[],
    private readonly channels: readonly Place[],
  ) {}

  static async open(browser: Browser, address: string): Promise<Playground> {
    const { config } = (await (await fetch(`${address}/_internal/v1/testConfig`)).json()) as { config: Config };
    const channels = config.teams.flatMap((team) => team.channels.map(({ id, name }) => ({ name: `${team.name} - ${name}`, id })));
    const rooms: Room[] = [{ name: 'Personal Chat', id: config.personalChat.id }, ...config.groupChats, ...channels];
    const page = await browser.newPage({ viewport: usual, locale: 'en-GB' });
    page.setDefaultTimeout(patience);
    const playground = new Playground(page, address, rooms, channels.map(({ name }) => name));
    await page.routeWebSocket(/./, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((frame) => {
        if (playground.hear(String(frame))) socket.send(frame);
      });
    });
    await bringChecks(page);
    await page.goto(address);
    await playground.box().waitFor();
    await dressPage(page);
    return playground;
  }

  /** Whether it is shown here as well. */
  private hear(payload: string): boolean {
    const { action, actionConversationId = '', message } = JSON.parse(payload) as Frame;
    if (action === undefined || message === undefined) return true;
    if (this.missesUpdates && action === 'updateMessage') return false;
    const card = message.attachments?.find(({ contentType }) => contentType === cardType)?.content;
    const known = this.messages.find(({ id }) => id === message.messageId);
    if (known) known.card = card ?? known.card;
    else this.messages.push({ id: message.messageId, at: message.timestamp, conversation: message.postConversationId ?? actionConversationId, text: message.text ?? '', ...(card ? { card } : {}) });
    return true;
  }

  private replace(id: string | undefined, { type, value }: Replacement): void {
    const message = this.messages.find((known) => known.id === id);
    if (message && type === cardType && typeof value === 'object') message.card = value;
  }

  /** The card in hand as it was sent. */
  get card(): CardText {
    return readCardText(this.newestSent(this.here, this.saying).card);
  }

  private newestSent(place: Place, saying: string): Message & { readonly card: AdaptiveCard } {
    const message = this.sentTo(place).findLast(({ card }) => card !== undefined && readCardText(card).lines.some((line) => line.includes(saying)));
    if (!message?.card) throw new Error(`No card ${saying === '' ? '' : `that says "${saying}" `}was sent to ${place}.`);
    return { ...message, card: message.card };
  }

  private box(): Locator {
    return this.page.locator('[contenteditable=true]').first();
  }

  private newest(): Locator {
    const cards = this.page.locator(cardSelector);
    const meant = this.saying === '' ? cards : cards.filter({ hasText: exactly(this.saying) });
    // A chat grows downwards, a channel upwards.
    return this.channels.includes(this.here) ? meant.first() : meant.last();
  }

  /** Takes the newest card with these words in hand, where another one came after it; the newest of all again after `goTo`. */
  takeUp(saying: string): void {
    this.saying = saying;
  }

  private roomOf(place: Place): Room {
    const room = this.rooms.find(({ name }) => name === place);
    if (!room) throw new Error(`There is no ${place}. There are: ${this.rooms.map(({ name }) => name).join(', ')}.`);
    return room;
  }

  /** What the bot sent to a place, oldest first. */
  sentTo(place: Place): Message[] {
    const { id } = this.roomOf(place);
    return this.messages.filter(({ conversation }) => conversation === id || conversation.startsWith(`${id};`)).sort((one, other) => one.at - other.at);
  }

  async goTo(place: Place): Promise<void> {
    await this.page.getByRole('treeitem', { name: this.roomOf(place).name, exact: true }).click();
    this.here = place;
    this.saying = '';
  }

  /** The newest card of the open chat as a person reads it. */
  async read(): Promise<string> {
    if ((await this.newest().count()) === 0) return '(there is no card)';
    return (await this.newest().innerText()).replaceAll(/\n{2,}/g, '\n');
  }

  /** Waits until the newest card says this. Fails with what it says instead. */
  async sees(text: string): Promise<void> {
    await this.newest()
      .filter({ hasText: exactly(text) })
      .waitFor()
      .catch(async () => {
        throw new Error(`The newest card in ${this.here} does not say "${text}". It says:\n${await this.read()}`);
      });
  }

  /**
   * The bot's hello, without a word before it. The page draws nothing that came before it was ready, which happens on a
   * busy machine: then the bot's log has to say that it was sent, and the bot is asked for it again.
   */
  async isGreeted(text: string, log: () => string): Promise<void> {
    const drawn = this.newest().filter({ hasText: exactly(text) });
    await drawn.waitFor({ timeout: patience / 3 }).catch(async () => {
      if (!isGreetedBy(log())) throw new Error(`The bot greeted nobody. Its log ends:\n${log().slice(-1500)}`);
      await this.say('hello');
    });
    await this.sees(text);
  }

  /** Types into the chat, and waits for the card that answers. */
  async say(text: string): Promise<void> {
    const cards = this.page.locator(cardSelector);
    const before = await cards.count();
    const answered = this.answered();
    await this.box().click();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
    await answered;
    await cards.nth(before).waitFor();
  }

  /** Presses what reads so on the newest card: a button, a tile by its first line, or an entry behind the dots. */
  async press(label: string): Promise<void> {
    const button = await this.find(label);
    const answered = this.answered();
    await button.click();
    await answered;
  }

  /** Two quick clicks on the same thing, and both answers. */
  async pressTwice(label: string): Promise<void> {
    const button = await this.find(label);
    const sent: string[] = [];
    const heard = (request: { url(): string }): void => void (request.url().endsWith('/invoke') && sent.push(request.url()));
    this.page.on('request', heard);
    const answered = this.answered();
    await button.dblclick();
    await answered;
    await this.page.waitForLoadState('networkidle');
    this.page.off('request', heard);
    if (sent.length !== 2) throw new Error(`Two clicks on "${label}" were sent as ${sent.length} presses`);
  }

  /** Opens or closes a fold; nothing is sent. */
  async fold(label: string): Promise<void> {
    await (await this.find(label)).click();
  }

  async fill(label: string, text: string): Promise<void> {
    await this.newest().getByLabel(label, { exact: false }).first().fill(text);
  }

  /** Ticks a choice, in whichever way its list is drawn; `under` names the list where several offer the same. */
  async tick(choice: string, under?: string): Promise<void> {
    const card = this.newest();
    const list = under ?? this.card.boxes.find(({ choices }) => choices.some(({ title }) => title === choice))?.label ?? '';
    const dropdown = card.getByRole('combobox', { name: list, exact: true });
    if ((await dropdown.count()) > 0) {
      await dropdown.first().click();
      await this.page.getByRole('menuitemcheckbox', { name: choice, exact: true }).or(this.page.getByRole('option', { name: choice, exact: true })).first().click();
      await this.page.keyboard.press('Escape');
      return;
    }
    const box = card.getByRole('checkbox', { name: `${list} ${choice}`, exact: true }).or(card.getByRole('radio', { name: `${list} ${choice}`, exact: true }));
    if ((await box.count()) === 0) await this.fold(list);
    await box.first().check({ force: true });
  }

  private async find(label: string): Promise<Locator> {
    const card = this.newest();
    const buttons = card.getByRole('button');
    const exact = card.getByRole('button', { name: label, exact: true });
    if ((await exact.count()) > 0) return exact.first();
    const names = await Promise.all((await buttons.all()).map((button) => button.getAttribute('aria-label')));
    const tile = names.findIndex((name) => name?.startsWith(label));
    if (tile >= 0) return buttons.nth(tile);
    const dots = card.getByRole('button', { name: 'More options' });
    if ((await dots.count()) > 0) {
      await dots.last().click();
      const entry = this.page.getByRole('menuitem', { name: label, exact: true });
      await this.page.getByRole('menuitem').first().waitFor();
      if ((await entry.count()) > 0) return entry;
      names.push(...(await this.page.getByRole('menuitem').allInnerTexts()));
    }
    throw new Error(`Nothing to press reads "${label}". There is: ${names.join(' | ')}\non:\n${await this.read()}`);
  }

  /** The next answer of the bot to something done here, and the page drawn with it. */
  private async answered(): Promise<void> {
    const answer = await this.page.waitForResponse((response) => /\/_conversation\/v1\/(invoke|submit|conversations\/.+\/messages)$/.test(response.url()) && response.request().method() === 'POST');
    if (!answer.ok()) throw new Error(`The bot did not answer (${answer.status()}): ${await answer.text()}`);
    if (answer.url().endsWith('/invoke')) this.replace((answer.request().postDataJSON() as { replyToId?: string }).replyToId, (await answer.json()) as Replacement);
    await this.page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  }

  /** The newest card at a place that says this, in the hands of somebody else of the team. */
  handTo(person: string, place: Place, saying: string): Reader {
    const message = this.newestSent(place, saying);
    return new Reader(this.address, person, message, message.card);
  }

  /** A picture of the newest card, for looking at: in test/results/e2e. */
  async picture(name: string, look: Look = 'light', width: Width = 'laptop'): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.setViewportSize(tall);
    await wear(this.page, look, width);
    await this.newest().screenshot({ path: path.join(pictures, `${name}.${look}.${width}.png`), animations: 'disabled' });
    await wear(this.page, 'light', 'laptop');
    await this.page.setViewportSize(usual);
  }

  /** A picture of the whole window. */
  async window(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
  }

  /** What is wrong with how the newest card is drawn: text cut off on a phone, and what axe calls serious. */
  async flaws(): Promise<string[]> {
    await wear(this.page, 'light', 'phone');
    const found = [...(await cutTextIn(this.newest())).map((text) => `cut off: ${text}`), ...(await barriersIn(this.newest()))];
    await wear(this.page, 'light', 'laptop');
    return found;
  }
}
