/** A card as lines of text and a numbered list of what can be pressed: any card, without knowing which one it is. */
import type { AdaptiveCard } from '../cards/registry';

/** `sendsBoxes`: what stands in the boxes of the card comes along. */
export type Pressable = { readonly title: string; readonly verb: string; readonly data: Readonly<Record<string, unknown>>; readonly sendsBoxes?: boolean };
export type Box = { readonly id: string; readonly label: string; readonly choices: readonly { readonly title: string; readonly value: string }[]; readonly many: boolean; /** What stands in it already; it is sent along with a press unless it is changed. */ readonly value: string };
export type CardText = { readonly lines: readonly string[]; readonly pressables: readonly Pressable[]; readonly boxes: readonly Box[] };

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1').replace(/\*\*/g, '').replace(/[\u2066-\u2069]/g, '') : '');

export function readCardText(card: AdaptiveCard): CardText {
  const lines: string[] = [];
  const pressables: Pressable[] = [];
  const boxes: Box[] = [];
  walk(card, lines, pressables, boxes);
  return { lines, pressables, boxes };
}

function walk(value: unknown, lines: string[], pressables: Pressable[], boxes: Box[]): void {
  if (Array.isArray(value)) return value.forEach((item) => walk(item, lines, pressables, boxes));
  if (!isNode(value)) return;
  const { type } = value;
  if (type === 'TextBlock') lines.push(textOf(value['text']));
  else if (type === 'RichTextBlock') lines.push((Array.isArray(value['inlines']) ? value['inlines'] : []).map((inline) => (isNode(inline) ? textOf(inline['text']) : textOf(inline))).join(''));
  else if (type === 'Image') lines.push(`[${textOf(value['altText'])}]`);
  else if (type === 'FactSet') for (const fact of Array.isArray(value['facts']) ? value['facts'] : []) if (isNode(fact)) lines.push(`${textOf(fact['title'])}: ${textOf(fact['value'])}`);
  if (typeof type === 'string' && type.startsWith('Input.')) boxes.push(boxOf(value));
  const action = isPress(value) ? value : isNode(value['selectAction']) && isPress(value['selectAction']) ? value['selectAction'] : undefined;
  if (action && isNode(action['data'])) pressables.push(pressableOf(action, action['data']));
  for (const key of ['body', 'items', 'columns', 'rows', 'cells', 'actions']) walk(value[key], lines, pressables, boxes);
}

const isPress = ({ type }: Node): boolean => type === 'Action.Execute' || type === 'Action.Submit';

/** Action.Submit carries its verb among its data. */
function pressableOf({ title, tooltip, verb, associatedInputs }: Node, { verb: sent, ...data }: Node): Pressable {
  return { title: textOf(title ?? tooltip), verb: String(verb ?? sent), data, sendsBoxes: associatedInputs !== 'none' };
}

function boxOf(input: Node): Box {
  const choices = (Array.isArray(input['choices']) ? input['choices'] : []).filter(isNode).map((choice) => ({ title: textOf(choice['title']), value: String(choice['value']) }));
  return { id: String(input['id']), label: textOf(input['label']) || textOf(input['title']) || textOf(input['placeholder']), choices, many: input['isMultiSelect'] === true, value: typeof input['value'] === 'string' ? input['value'] : '' };
}
