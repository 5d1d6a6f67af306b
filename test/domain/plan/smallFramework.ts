/** A framework of nobody's: other prompts, other words, the same schema. What works on it names no prompt. */
import { Framework } from '../../../src/domain/framework/framework';

const words = (id: string, feeds?: string) => ({ kind: 'words', id, optional: true, ...(feeds ? { feeds } : {}) });
const option = (id: string, label: string, more: object = {}) => ({ id, label, ...more });
const prompt = (id: string, parts: object[], more: object = {}) => ({ id, section: 'all', topic: `Topic ${id}`, area: 'all', core: true, ask: 'Ask about it?', phone: 'Ask about it?', why: 'To know it.', parts, ...more });
const answers = [option('y', 'Yes', { means: ['consent:yes'] }), option('n', 'No', { means: ['consent:no'] }), option('a', 'Ask me', { means: ['consent:ask'] })];

export const smallFramework = Framework.parse({
  version: 'small',
  title: 'Small',
  licence: 'None',
  sections: [{ id: 'all', label: 'All' }],
  areas: (['person', 'environment', 'occupation'] as const).map((side) => ({ id: side, label: side, side })),
  prompts: [
    prompt('AA1', [{ kind: 'grid', id: 'may', feeds: 'consent', rows: [option('paper', 'Notes', { means: ['shares:notes'] }), option('boss', 'Supervisor', { means: ['shares:supervisor'] }), option('doc', 'GP practice', { means: ['shares:practice'] })], columns: answers }]),
    prompt('AA2', [{ kind: 'many', id: 'ease', feeds: 'adjustments', options: [option('none', 'Nothing', { alone: true }), option('big', 'Large print'), option('other', 'Other')] }, words('ease-words', 'adjustments')]),
    prompt('AA3', [words('why', 'why-now')]),
    prompt('BB1', [words('matters', 'what-matters')], { core: false, triggers: [{ when: [{ words: ['no point'] }], raises: [{ code: 'F03', urgency: 'TODAY' }], why: 'For the test' }] }),
    prompt('BB2', [{ kind: 'many', id: 'good', feeds: 'strengths', options: [option('patient', 'Patient'), option('funny', 'Funny'), option('none', 'Cannot name any', { alone: true })] }, words('good-words', 'strengths')]),
    prompt('BB3', [{ kind: 'many', id: 'ways', feeds: 'getting-there', options: [option('bus', 'Bus'), option('foot', 'Walk')] }], { triggers: [{ when: [{ any: ['bus'] }], raises: [{ code: 'F10', urgency: 'SOON' }], why: 'For the test' }] }),
    prompt('BB4', [{ kind: 'many', id: 'who', feeds: 'services', options: [option('nobody', 'No one', { alone: true }), option('social', 'Social worker')] }, words('who-words', 'services')]),
    prompt('BB5', [words('around', 'people-around')]),
    prompt('SS1', [{ kind: 'one', id: 'safe', feeds: 'strengths', options: [option('yes', 'Yes'), option('no', 'No')] }, words('safe-words', 'if-then')], {
      restricted: true,
      triggers: [{ when: [{ any: ['no'] }], raises: [{ code: 'F17', urgency: 'TODAY' }], why: 'Not safe with somebody' }],
    }),
    prompt('CC1', [words('one-thing', 'goal')]),
    prompt('CC2', [{ kind: 'goal', id: 'first', feeds: 'first-goal' }, { kind: 'scale', id: 'weight', feeds: 'importance', from: 1, to: 10, low: 'A little', high: 'Very' }]),
    prompt('CC3', [{ kind: 'activity', id: 'pick', feeds: 'activity' }, words('pick-words', 'activity')], { core: false, triggers: [{ when: [{ any: ['not-now'] }], suppresses: ['CC4'], why: 'They want to leave it for now' }] }),
    prompt('CC4', [
      { kind: 'many', id: 'help', feeds: 'first-time', options: [option('none', 'Nothing needed', { alone: true }), option('meet', 'Someone meeting me'), option('taster', 'A taster'), option('call', 'A call beforehand', { means: ['eases:call-before'] })] },
      words('help-words', 'first-time'),
      { kind: 'one', id: 'doer', feeds: 'first-time-who', optional: true, options: [option('worker', 'Link worker', { means: ['doneBy:link-worker'] }), option('kin', 'Family or friend', { means: ['doneBy:other'] }), option('self', 'I will', { means: ['doneBy:me'] })] },
      { kind: 'day', id: 'by', feeds: 'first-time-day', in: [{ days: 3, label: 'In three days' }] },
    ]),
    prompt('CC5', [words('if', 'if-then')], { core: false }),
    prompt('CC6', [{ kind: 'scale', id: 'sure', feeds: 'confidence', from: 1, to: 10, low: 'Not', high: 'Very' }, words('higher')]),
    prompt('CC7', [
      { kind: 'day', id: 'look', feeds: 'review', in: [{ days: 21, label: 'In three weeks' }] },
      { kind: 'grid', id: 'see', feeds: 'sharing', rows: [option('doc', 'My GP practice', { means: ['shares:practice'] }), option('kin', 'A relative', { means: ['shares:relative'] })], columns: answers },
      { kind: 'one', id: 'copy', feeds: 'copy', options: [option('paper', 'Paper'), option('none', 'No copy', { alone: true })] },
      { kind: 'many', id: 'ring', feeds: 'if-harder', options: [option('family', 'Family'), option('surgery', 'Surgery')] },
      words('harder', 'if-harder'),
    ], { mandatory: true }),
  ],
});
