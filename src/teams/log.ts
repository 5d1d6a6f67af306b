import type { Writable } from 'node:stream';
import type { Log } from './settings';

/** A line of JSON for each thing that happened. What happens at the same moment is written at once; what waits when the process ends is written then. */
export function logTo(stream: Writable): Log {
  let waiting = '';
  const write = () => {
    const lines = waiting;
    waiting = '';
    if (lines !== '') stream.write(lines);
  };
  process.on('exit', write);
  return (line) => {
    if (waiting === '') setImmediate(write);
    waiting += `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`;
  };
}
