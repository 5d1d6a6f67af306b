/** What to press on a card that came back, without knowing which one it is: the first answer that it offers, and on from there. */
type Node = Readonly<Record<string, unknown>>;
type Data = Readonly<Record<string, unknown>>;
export type Press = { readonly verb: string; readonly data: Data };

type Found = { readonly presses: Press[]; readonly words: Record<string, string>; readonly ticks: Record<string, string> };
const nothingFound = (): Found => ({ presses: [], words: {}, ticks: {} });
const inward = ['body', 'items', 'columns', 'rows', 'cells', 'actions'] as const;

/** The rest of what would be pressed ends the walk. */
const leadsOn = ['open-case', 'answer', 'own-concern', 'choose-option', 'next', 'skip'];

/** `tile`: a tile where there is one. `tick`: something ticked and "Next" where there are lists, which gives more to read. */
export type Liking = 'tile' | 'tick';

/** Returns undefined when nothing on the card leads on. */
export function nextPress(card: unknown, liking: Liking = 'tile'): Press | undefined {
  const found = nothingFound();
  look(card, found);
  const { presses, words, ticks } = found;
  for (const verb of leadsOn) {
    const fitting = presses.filter((candidate) => candidate.verb === verb);
    const next = liking === 'tick' && Object.keys(ticks).length > 0 ? fitting.find(({ data }) => data['choice'] === undefined) : undefined;
    const press = next ?? fitting[0];
    // A tile and a tick may not go together, nor may ticks of two lists; one of them is enough.
    const filled = press?.data['choice'] === undefined ? { ...Object.fromEntries(Object.entries(ticks).slice(0, 1)), ...words } : words;
    if (press && (verb !== 'answer' || press.data['choice'] !== undefined || Object.keys(filled).length > 0)) return { verb, data: { ...press.data, ...filled } };
  }
  return undefined;
}

/** The revision and the case that a card stands for, as its buttons say. */
export function standsFor(card: unknown): { readonly caseId: string; readonly rev: number } | undefined {
  const found = nothingFound();
  look(card, found);
  const data = found.presses.find((press) => typeof press.data['caseId'] === 'string' && typeof press.data['rev'] === 'number')?.data;
  return data && { caseId: String(data['caseId']), rev: Number(data['rev']) };
}

function look(value: unknown, found: Found): void {
  if (Array.isArray(value)) {
    for (const item of value) look(item, found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  const type = node['type'];
  if (typeof type === 'string' && type.startsWith('Input.')) fill(node, type, found);
  const action = (type === 'Action.Execute' ? node : node['selectAction']) as Node | undefined;
  if (action?.['type'] === 'Action.Execute') found.presses.push({ verb: String(action['verb']), data: (action['data'] ?? {}) as Data });
  for (const key of inward) if (node[key] !== undefined) look(node[key], found);
}

/** A sentence for words, the first of what can be chosen. */
function fill(input: Node, type: string, { words, ticks }: Found): void {
  const id = String(input['id']);
  if (type === 'Input.ChoiceSet') {
    const [first] = (input['choices'] ?? []) as Node[];
    if (first) ticks[id] = String(first['value']);
  } else if (type === 'Input.Text') {
    words[id] = id.startsWith('year') ? '1955' : 'A walk along the river with somebody beside me.';
  }
}
