import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { drawingUri } from '../../src/cards/pictures/drawing';
import { toDataUri } from '../../src/cards/pictures/rasterise';
import type { AdaptiveCard } from '../../src/cards/registry';
import { Pictures } from '../../src/teams/pictures';
import { Rasteriser } from '../../src/teams/rasteriser';

const square = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#fff"/></svg>';
const cardWith = (...urls: readonly string[]): AdaptiveCard => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Container', items: urls.map((url) => ({ type: 'Image', url, altText: 'A square' })) }, { type: 'TextBlock', text: 'In words' }] });
const shown = (card: AdaptiveCard) => ({ shown: { card, summary: 'Where things stand', hasDrawings: true as const } });

describe('the drawings on a card', () => {
  it('become pictures that Teams can show; other images stay as they are', async () => {
    const pictures = new Pictures(async (svg) => toDataUri(svg), () => undefined);
    const icon = toDataUri(square.replaceAll('8', '4'));
    expect(await pictures.into(shown(cardWith(drawingUri(square), icon)))).toEqual({ shown: { card: cardWith(toDataUri(square), icon), summary: 'Where things stand' } });
  });

  it('are drawn once, however often they are shown', async () => {
    const rasterise = jest.fn(async (svg: string) => toDataUri(svg));
    const pictures = new Pictures(rasterise, () => undefined);
    await Promise.all([pictures.into(shown(cardWith(drawingUri(square)))), pictures.into(shown(cardWith(drawingUri(square), drawingUri(square))))]);
    expect(rasterise).toHaveBeenCalledTimes(1);
  });

  it('are left out when they cannot be drawn, and tried again the next time', async () => {
    const logged: unknown[] = [];
    const rasterise = jest.fn<Promise<string>, [string]>().mockRejectedValueOnce(new Error('no room for My garden')).mockImplementation(async (svg) => toDataUri(svg));
    const pictures = new Pictures(rasterise, (line) => void logged.push(line));
    expect(await pictures.into(shown(cardWith(drawingUri(square))))).toEqual({ shown: { card: cardWith(), summary: 'Where things stand' } });
    expect(JSON.stringify(logged)).not.toContain('garden');
    expect(await pictures.into(shown(cardWith(drawingUri(square))))).toEqual({ shown: { card: cardWith(toDataUri(square)), summary: 'Where things stand' } });
  });
});

describe('the worker that draws', () => {
  const entry = path.join(__dirname, '../../src/teams/rasterWorker.ts');
  const begin = () => new Worker(entry, { execArgv: ['--require', path.join(__dirname, '../../scripts/typeScript.cjs')] });
  const beginDeaf = () => new Worker('setInterval(() => undefined, 1000)', { eval: true });

  it('draws the same as would be drawn here, and refuses what is no drawing', async () => {
    const rasteriser = new Rasteriser(begin);
    expect(await Promise.all([rasteriser.rasterise(square), rasteriser.rasterise(square)])).toEqual([toDataUri(square), toDataUri(square)]);
    await expect(rasteriser.rasterise('no drawing')).rejects.toThrow('A picture could not be drawn');
    await rasteriser.close();
  });

  it('begins again when it ended, and keeps nobody waiting', async () => {
    const workers = [beginDeaf, begin];
    const rasteriser = new Rasteriser(() => workers.shift()!());
    const lost = rasteriser.rasterise(square);
    await Promise.all([rasteriser.close(), expect(lost).rejects.toThrow('The worker that draws pictures ended')]);
    expect(await rasteriser.rasterise(square)).toBe(toDataUri(square));
    await rasteriser.close();
  });
});
