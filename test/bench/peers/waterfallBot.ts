/** The conventional way: ten prompts as a waterfall of botbuilder-dialogs, its state in memory, a card for each prompt. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage, TeamsActivityHandler, type AdaptiveCardInvokeResponse, type TurnContext } from 'botbuilder';
import { Dialog, DialogReason, DialogSet, WaterfallDialog, type DialogContext, type DialogTurnResult, type WaterfallStepContext } from 'botbuilder-dialogs';
import { readFileSync } from 'node:fs';
import restify from 'restify';

const cards = JSON.parse(readFileSync(process.env['BENCH_CARDS']!, 'utf8')) as Record<string, unknown>[];
const chosen = Symbol('the card of this turn');

type Answers = { given: string[] };

/** Keeps the answer to the prompt before and shows this one. */
const ask = (card: Record<string, unknown>) => async (step: WaterfallStepContext<Answers>) => {
  const pressed = step.context.activity.value as { action?: { data?: { choice?: string } } } | undefined;
  const { given = [] } = step.options;
  step.options.given = [...given, pressed?.action?.data?.choice ?? ''];
  step.context.turnState.set(chosen, card);
  return Dialog.EndOfTurn;
};

/** A waterfall goes on for messages only; here a press is what it waits for. */
class WaterfallOfPresses extends WaterfallDialog<Answers> {
  override continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    return this.resumeDialog(dialog, DialogReason.continueCalled, dialog.context.activity.value);
  }
}

const conversation = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(conversation.createProperty('dialog'));
dialogs.add(new WaterfallOfPresses('talk', [...cards.map(ask), async (step: WaterfallStepContext<Answers>) => step.replaceDialog('talk', { given: [] })]));

class WaterfallBot extends TeamsActivityHandler {
  protected override async onAdaptiveCardInvoke(context: TurnContext): Promise<AdaptiveCardInvokeResponse> {
    const dialog = await dialogs.createContext(context);
    const result = await dialog.continueDialog();
    if (result.status === 'empty') await dialog.beginDialog('talk', { given: [] });
    await conversation.saveChanges(context);
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: context.turnState.get<Record<string, unknown>>(chosen) };
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(process.env));
const bot = new WaterfallBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
