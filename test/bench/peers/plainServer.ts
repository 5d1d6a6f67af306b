/** No bot at all: Node's own server with the same answer, to see what the machine gives at this moment. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [card] = JSON.parse(readFileSync(process.env['BENCH_CARDS']!, 'utf8')) as Record<string, unknown>[];
const answer = JSON.stringify({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });
const length = Buffer.byteLength(answer);

createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': length });
    response.end(answer);
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');
