import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page: what of a card does not fit its place. */
const cutText = `(card) => {
  const isCut = (element) => {
    const style = getComputedStyle(element);
    if (style.overflow === 'visible' || element.textContent.trim() === '' || element.matches('textarea, input')) return false;
    // Text for screen readers alone is kept in a corner of one pixel.
    if (element.clientWidth < 2 && element.closest('.ac-textBlock') === null) return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 3;
  };
  const cut = [...card.querySelectorAll('*')].filter(isCut);
  return cut.filter((element) => !cut.some((other) => other !== element && element.contains(other))).map((element) => element.textContent.trim().slice(0, 80));
}`;

/**
 * Runs in the page: what axe calls serious or critical in a card, one line a rule. A fold points with aria-controls
 * at what it hides; the client leaves that out of the page until it is open, which no card can change. And axe reads two lines
 * of a tile as one word: a name that differs from the text in its spaces alone is the same.
 */
const barriers = `async (card, rules) => {
  const { violations } = await axe.run(card, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) });
  const said = (node) => node.any.concat(node.all, node.none).map((check) => check.message).join(' ');
  const squashed = (text) => text.replace(/[^\\p{L}\\p{N}]/gu, '').toLowerCase();
  const isNamedAsShown = (id, { target }) => {
    const element = document.querySelector(target[0]);
    return id === 'label-content-name-mismatch' && squashed(element.getAttribute('aria-label') ?? '').includes(squashed(element.textContent));
  };
  const named = ({ target }) => {
    const element = document.querySelector(target[0]);
    return (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60) || element.tagName.toLowerCase();
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !said(node).includes('aria-controls=') && !isNamedAsShown(id, node)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => id + ': ' + said(nodes[0]) + ' In: ' + nodes.map(named).join(' | '));
}`;

/** What `bringChecks` leaves in the page. */
type InPage = { readonly cutTextOf: (card: unknown) => string[]; readonly barriersOf: (card: unknown, rules: readonly string[] | undefined) => Promise<string[]> };

/** To be called before the page is opened. */
export async function bringChecks(page: Page): Promise<void> {
  await page.addInitScript(axe);
  await page.addInitScript(`Object.assign(globalThis, { cutTextOf: ${cutText}, barriersOf: ${barriers} })`);
}

/** Text of a card that does not fit its place, in its own words. */
export const cutTextIn = (card: Locator): Promise<string[]> => card.evaluate((element) => (globalThis as unknown as InPage).cutTextOf(element));

/** What axe finds serious in a card; `rules` narrows it to some. */
export const barriersIn = (card: Locator, rules?: readonly string[]): Promise<string[]> => card.evaluate((element, some) => (globalThis as unknown as InPage).barriersOf(element, some), rules);
