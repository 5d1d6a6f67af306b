/** The least that a bot on the Bot Framework can do: every invoke is answered with the same card. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler, type AdaptiveCardInvokeResponse } from 'botbuilder';
import { readFileSync } from 'node:fs';
import restify from 'restify';

const [card] = JSON.parse(readFileSync(process.env['BENCH_CARDS']!, 'utf8')) as Record<string, unknown>[];

class BareBot extends TeamsActivityHandler {
  protected override async onAdaptiveCardInvoke(): Promise<AdaptiveCardInvokeResponse> {
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card! };
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(process.env));
const bot = new BareBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
