/**
 * A template of `adaptivecards-templating` as a function from data to card.
 *
 * The package reads a template once but interprets it at every drawing: more than a millisecond for one card, which
 * is most of a turn. It still parses the templates and still says what they mean: a test draws every card both ways.
 */
import { parseTemplateText, type Parsed } from './templateText';

type Scope = { readonly data: unknown; readonly root: unknown };
type Draw = (scope: Scope) => unknown;

/** Throws when the template uses what no function here stands for, so that it is seen at start-up. */
export function compileTemplate(template: object): (root: object) => unknown {
  const draw = compileNode(template);
  return (root) => draw({ data: root, root });
}

function compileNode(node: unknown): Draw {
  if (typeof node === 'string') return compileText(node);
  if (Array.isArray(node)) return compileList(node.map(compileNode));
  if (typeof node === 'object' && node !== null) return compileElement(node as Readonly<Record<string, unknown>>);
  return always(node);
}

/** What is the same on every card: frozen, because all cards share it. */
const constants = new WeakMap<Draw, unknown>();

function always(value: unknown): Draw {
  const draw: Draw = () => value;
  constants.set(draw, value);
  return draw;
}

const areConstant = (draws: readonly Draw[]): boolean => draws.every((draw) => constants.has(draw));

/** What an element makes of a list of data stands in its place, one after the other; null is an element that is left out. */
function compileList(items: readonly Draw[]): Draw {
  const drawItems: Draw = (scope) => {
    const drawn: unknown[] = [];
    for (const draw of items) {
      const item = draw(scope);
      if (Array.isArray(item)) drawn.push(...(item as unknown[]));
      else if (item !== null) drawn.push(item);
    }
    return drawn;
  };
  return areConstant(items) ? always(Object.freeze(drawItems(nowhere))) : drawItems;
}

/** Constants look at no data. */
const nowhere: Scope = { data: undefined, root: undefined };

function compileElement({ $data: given, $when: condition, ...fields }: Readonly<Record<string, unknown>>): Draw {
  const drawFields = compileFields(fields);
  if (given === undefined && condition === undefined) return drawFields;
  const holds = condition === undefined ? () => true : compileNode(condition);
  const drawOne = (scope: Scope): unknown => (holds(scope) === true ? drawFields(scope) : null);
  if (given === undefined) return drawOne;
  const dataOf = compileNode(given);
  return (scope) => {
    const data = dataOf(scope);
    if (!Array.isArray(data)) return drawOne({ data, root: scope.root });
    const drawn = data.map((each) => drawOne({ data: each, root: scope.root })).filter((element) => element !== null);
    return drawn.length === 0 ? null : drawn.length === 1 ? drawn[0] : drawn;
  };
}

function compileFields(fields: Readonly<Record<string, unknown>>): Draw {
  const names = Object.keys(fields);
  const draws = names.map((name) => compileNode(fields[name]));
  const drawFields: Draw = (scope) => {
    const drawn: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index++) drawn[names[index]!] = draws[index]!(scope);
    return drawn;
  };
  return areConstant(draws) ? always(Object.freeze(drawFields(nowhere))) : drawFields;
}

const compiledTexts = new Map<string, Draw>();

/** The same few expressions stand in every template. */
function compileText(text: string): Draw {
  const known = compiledTexts.get(text);
  if (known) return known;
  const parsed = parseTemplateText(text);
  const draw = typeof parsed === 'string' ? always(parsed) : compileExpression(parsed);
  compiledTexts.set(text, draw);
  return draw;
}

function compileExpression(expression: Parsed): Draw {
  const compile = compilers[expression.type];
  if (compile === undefined) throw new Error(`A template says ${expression.text}: "${expression.type}" is not among what templates here may use.`);
  return compile(expression);
}

const parts = ({ children }: Parsed): Draw[] => children.map(compileExpression);
const both = (expression: Parsed, decide: (left: unknown, right: unknown) => boolean): Draw => {
  const [left, right] = parts(expression);
  return (scope) => decide(left!(scope), right!(scope));
};

const compilers: Readonly<Record<string, (expression: Parsed) => Draw>> = {
  Constant: (expression) => {
    const { value } = expression;
    return () => value;
  },
  Accessor: compileAccessor,
  concat: (expression) => {
    const pieces = parts(expression);
    return (scope) => pieces.map((piece) => String(piece(scope))).join('');
  },
  '==': (expression) => both(expression, (left, right) => left === right),
  '!=': (expression) => both(expression, (left, right) => left !== right),
  '>': (expression) => both(expression, (left, right) => Number(left) > Number(right)),
  '&&': (expression) => {
    const all = parts(expression);
    return (scope) => all.every((part) => part(scope) === true);
  },
  '||': (expression) => {
    const some = parts(expression);
    return (scope) => some.some((part) => part(scope) === true);
  },
  '!': (expression) => {
    const [part] = parts(expression);
    return (scope) => part!(scope) !== true;
  },
  count: (expression) => {
    const [list] = parts(expression);
    return (scope) => (list!(scope) as { readonly length: number }).length;
  },
};

/** `a.b` reads from the data of the element, `$root.a` from the data of the card. What is not there is an error, never a visible placeholder. */
function compileAccessor(expression: Parsed): Draw {
  const [key, of] = expression.children;
  const name = String(key!.value);
  const whole = expression.text;
  if (of === undefined && name === '$data') return ({ data }) => data;
  if (of === undefined && name === '$root') return ({ root }) => root;
  const from: Draw = of === undefined ? ({ data }) => data : compileExpression(of);
  return (scope) => {
    const value = (from(scope) as Readonly<Record<string, unknown>> | null | undefined)?.[name];
    if (value === undefined || value === null) throw new Error(`A card shows ${whole}, which its data does not have.`);
    return value;
  };
}
