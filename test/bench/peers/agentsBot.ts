/** The same static card on the Microsoft 365 Agents SDK, the successor of the Bot Framework. */
import { ActivityHandler, CloudAdapter, type TurnContext } from '@microsoft/agents-hosting';
import { readFileSync } from 'node:fs';
import restify from 'restify';

const [card] = JSON.parse(readFileSync(process.env['BENCH_CARDS']!, 'utf8')) as Record<string, unknown>[];

class StaticBot extends ActivityHandler {
  protected override async onInvokeActivity(_context: TurnContext) {
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } };
  }
}

const adapter = new CloudAdapter();
const bot = new StaticBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  await adapter.process(request, response as never, (context) => bot.run(context));
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
