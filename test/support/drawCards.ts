import { createServer, type Server } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { AdaptiveCard } from '../../src/cards/registry';
import { openBrowser } from './browser';
import { barriersIn, bringChecks, cutTextIn } from './cardChecks';
import { openPlainPage } from './plainRenderer';
import { freePort, startPlayground } from './playgroundProcess';
import { card as cardSelector, dressPage, looks, wear, type Look, type Width } from './playgroundLooks';
import { toDataUri } from '../../src/cards/pictures/rasterise';
import { Pictures } from '../../src/teams/pictures';

export type View = { readonly look: Look; readonly width: Width };
const allViews: readonly View[] = (['laptop', 'phone'] as const).flatMap((width) => looks.map((look) => ({ look, width })));
/** Enough for a first look while a card is being changed. */
export const quickViews: readonly View[] = [{ look: 'light', width: 'phone' }];

export type Samples = Readonly<Record<string, { readonly typical: AdaptiveCard; readonly worst: AdaptiveCard }>>;
export type Picture = { readonly file: string; readonly look: Look | 'plain'; readonly width: Width };
export type Drawn = {
  readonly name: string;
  readonly pictures: readonly Picture[];
  /** Pixels at phone width, without the room around the card. */
  readonly height: number;
  /** Text that does not fit its place, in the words of the card. */
  readonly cut: readonly string[];
  /** What axe calls serious or critical, in light and dark. */
  readonly barriers: readonly string[];
};
export type NotDrawn = { readonly name: string; readonly why: string };

/** Everything that the playground asks of a bot is welcome and left alone: cards are put straight into its chat. */
async function startSilentBot(): Promise<{ server: Server; address: string }> {
  const port = await freePort();
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200).end());
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return { server, address: `http://127.0.0.1:${port}` };
}

class Easel {
  private shown = 0;
  private readonly problems: string[] = [];

  private constructor(
    private readonly page: Page,
    private readonly address: string,
    private readonly chat: string,
  ) {
    page.on('pageerror', (error) => this.problems.push(error.message));
  }

  static async open(browser: Browser, address: string): Promise<Easel> {
    const { config } = (await (await fetch(`${address}/_internal/v1/testConfig`)).json()) as { config: { personalChat: { id: string } } };
    const page = await browser.newPage({ viewport: { width: 1400, height: 3600 } });
    const easel = new Easel(page, address, config.personalChat.id);
    await bringChecks(page);
    await easel.clear();
    return easel;
  }

  /** A chat that is loaded anew is empty: it stays quick however many cards are drawn. */
  private async clear(): Promise<void> {
    await this.page.goto(this.address);
    await this.page.locator('[contenteditable=true]').first().waitFor();
    await dressPage(this.page);
    this.shown = 0;
  }

  private async put(card: AdaptiveCard): Promise<void> {
    if (this.shown >= 12) await this.clear();
    this.problems.length = 0;
    const answer = await fetch(`${this.address}/_connector/v3/conversations/${encodeURIComponent(this.chat)}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', from: { id: '28:threefold', name: 'Threefold' }, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] }),
    });
    if (!answer.ok) throw new Error(`the playground refused it (${answer.status})`);
    const panel = this.page.locator(cardSelector).nth(this.shown);
    await panel.waitFor({ timeout: 10_000 }).catch(() => {
      throw new Error(`it did not appear in the chat ${this.problems.join('; ')}`.trim());
    });
    this.shown += 1;
    if ((await panel.innerText()).trim() === '') throw new Error('it appeared empty');
  }

  /** At phone width axe reads the card too: with all its rules in light, in dark with what a colour can break. */
  async draw(name: string, card: AdaptiveCard, folder: string, views: readonly View[]): Promise<Drawn> {
    await this.put(card);
    const panel = this.page.locator(cardSelector).nth(this.shown - 1);
    const pictures: Picture[] = [];
    const cut = new Set<string>();
    const barriers = new Set<string>();
    let height = 0;
    for (const { look, width } of views) {
      await wear(this.page, look, width);
      const file = `${name}.${look}.${width}.png`;
      await panel.screenshot({ path: path.join(folder, file), animations: 'disabled' });
      pictures.push({ file, look, width });
      for (const text of await cutTextIn(panel)) cut.add(text);
      if (width !== 'phone') continue;
      height = Math.round((await panel.boundingBox())?.height ?? 0);
      if (look !== 'contrast') for (const barrier of await barriersIn(panel, look === 'light' ? undefined : ['color-contrast'])) barriers.add(`${look}: ${barrier}`);
    }
    if (this.problems.length > 0) throw new Error(this.problems.join('; '));
    return { name, pictures, height, cut: [...cut], barriers: [...barriers] };
  }
}

const pictures = new Pictures(async (svg) => toDataUri(svg), () => undefined);

/** Draws every sample in the playground in all looks and widths, and once as a client draws it that knows only the standard. */
export async function drawCards(samples: Samples, folder: string, tell: (result: Drawn | NotDrawn) => void, views: readonly View[] = allViews): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  const bot = await startSilentBot();
  try {
    const playground = await startPlayground(bot.address);
    try {
      const easel = await Easel.open(browser, playground.address);
      const plain = await openPlainPage(browser);
      for (const [sample, states] of Object.entries(samples)) {
        for (const state of ['typical', 'worst'] as const) {
          const name = `${sample}.${state}`;
          const drawing = async (): Promise<Drawn> => {
            const { card } = (await pictures.into({ shown: { card: states[state], summary: '', hasDrawings: true } })).shown;
            const drawn = await easel.draw(name, card, folder, views);
            const file = `${name}.plain.phone.png`;
            await plain.draw(card, path.join(folder, file));
            return { ...drawn, pictures: [...drawn.pictures, { file, look: 'plain', width: 'phone' }] };
          };
          tell(await drawing().catch((error: unknown) => ({ name, why: error instanceof Error ? error.message : String(error) })));
        }
      }
    } finally {
      await playground.stop();
    }
  } finally {
    bot.server.closeAllConnections();
    bot.server.close();
    await browser.close();
  }
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** One page that shows every picture side by side, for looking at. */
export function writeContactSheet(drawn: readonly Drawn[], folder: string): string {
  const notes = ({ cut, barriers }: Drawn): string => [...cut.map((text) => `Cut off: ${text}`), ...barriers].map((note) => `<li>${escape(note)}</li>`).join('');
  const figure = ({ file, look, width }: Picture): string => `<figure><img src="${encodeURI(file)}" alt=""><figcaption>${look}, ${width}</figcaption></figure>`;
  const row = (one: Drawn): string => `<h2>${escape(one.name)} <small>${one.height} px on a phone</small></h2><ul>${notes(one)}</ul><div>${one.pictures.map(figure).join('')}</div>`;
  const style = 'body{font:14px sans-serif;background:#8a8a8a;margin:24px}div{display:flex;gap:12px;align-items:flex-start;overflow-x:auto}figure{margin:0}figcaption{font-size:12px;padding:4px 0}';
  const file = path.join(folder, 'index.html');
  writeFileSync(file, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards</title><style>${style}</style><h1>Cards</h1>${drawn.map(row).join('\n')}</html>\n`);
  return file;
}
