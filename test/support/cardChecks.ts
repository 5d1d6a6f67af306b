import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { card } from './playgroundLooks';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const newest = `[...document.querySelectorAll(${JSON.stringify(card)})].at(-1)`;

/** Runs in the page: what of the newest card does not fit its place. */
const cutText = `(() => {
  const isCut = (element) => {
    const style = getComputedStyle(element);
    if (style.overflow === 'visible' || element.clientWidth < 2 || element.textContent.trim() === '' || element.matches('textarea, input')) return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 3;
  };
  const cut = [...${newest}.querySelectorAll('*')].filter(isCut);
  return cut.filter((element) => !cut.some((other) => other !== element && element.contains(other))).map((element) => element.textContent.trim().slice(0, 80));
})()`;

/**
 * Runs in the page: what axe calls serious or critical in the newest card, one line a rule. A fold points with aria-controls
 * at what it hides; the client leaves that out of the page until it is open, which no card can change. And axe reads two lines
 * of a tile as one word: a name that differs from the text in its spaces alone is the same.
 */
const barriers = (rules?: readonly string[]): string => `(async () => {
  const { violations } = await axe.run(${newest}, { resultTypes: ['violations']${rules ? `, runOnly: ${JSON.stringify(rules)}` : ''} });
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
})()`;

/** To be called before the page is opened. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript(axe);

/** The newest card's text that does not fit its place, in its own words. */
export const cutTextIn = (page: Page): Promise<string[]> => page.evaluate<string[]>(cutText);

/** What axe finds serious in the newest card; `rules` narrows it to some. */
export const barriersIn = (page: Page, rules?: readonly string[]): Promise<string[]> => page.evaluate<string[]>(barriers(rules));
