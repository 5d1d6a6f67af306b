import type { Browser } from 'playwright-core';
import type { AdaptiveCard } from '../../src/cards/registry';
import { widths } from './playgroundLooks';

const colours = {
  default: { default: '#252424', subtle: '#5b5a5a' },
  accent: { default: '#6264a7', subtle: '#8b8cc7' },
  attention: { default: '#c4314b', subtle: '#c4314b' },
};
const ground = (backgroundColor: string): object => ({ backgroundColor, foregroundColors: colours });
const font = (fontFamily: string): object => ({ fontFamily, fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 }, fontWeights: { lighter: 200, default: 400, bolder: 600 } });
const hostConfig = {
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  fontTypes: { default: font("'Liberation Sans', Arial, sans-serif"), monospace: font("'Liberation Mono', monospace") },
  containerStyles: { default: ground('#ffffff'), emphasis: ground('#f9f8f7'), accent: ground('#c7def9'), good: ground('#ccffcc'), warning: ground('#ffe2b2'), attention: ground('#ffc5b2') },
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
};

/** Runs in the page. Bold and italic are all of Markdown that our cards use and a reader would miss. */
const drawInPage = (card: AdaptiveCard): string => `(() => {
  const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = escaped(text).replace(/\\\\([\\\\*_\\[\\]()~#>.+-])/g, (whole, mark) => '&#' + mark.charCodeAt(0) + ';').replace(/\\*\\*(.+?)\\*\\*/g, '<b>$1</b>').replace(/\\b_(.+?)_\\b/g, '<i>$1</i>');
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(${JSON.stringify(hostConfig)});
  card.parse(${JSON.stringify(card)});
  document.querySelector('main').replaceChildren(card.render());
})()`;

/** A page that draws cards as a client does that knows the standard and none of what Teams added: what fallbacks are for. */
export async function openPlainPage(browser: Browser): Promise<{ draw: (card: AdaptiveCard, file: string) => Promise<void> }> {
  const page = await browser.newPage({ viewport: { width: widths.phone, height: 2600 } });
  await page.setContent('<!doctype html><style>body{margin:0;font:14px Liberation Sans,Arial,sans-serif}main{background:#fff}.ac-pushButton{font:inherit;padding:6px 12px}</style><main></main>');
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.min.js') });
  return {
    draw: async (card, file) => {
      await page.evaluate(drawInPage(card));
      await page.locator('main').screenshot({ path: file });
    },
  };
}
