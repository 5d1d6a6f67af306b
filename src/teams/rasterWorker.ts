/** Makes PNG of drawings on a thread of its own, so that no other turn waits for a picture. */
import { parentPort } from 'node:worker_threads';
import { toDataUri } from '../cards/pictures/rasterise';
import type { Drawn, ToDraw } from './rasteriser';

parentPort?.on('message', ({ id, svg }: ToDraw) => {
  const answer = (drawn: Drawn) => parentPort?.postMessage(drawn);
  try {
    answer({ id, url: toDataUri(svg) });
  } catch {
    answer({ id });
  }
});
