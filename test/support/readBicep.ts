import { readFileSync } from 'node:fs';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** A literal is its own value; whatever has to be worked out at deployment stays as it is written. */
export type BicepValue = string | number | boolean | BicepValue[] | { [name: string]: BicepValue };

export interface BicepBlock {
  readonly symbol: string;
  /** `Microsoft.X/y@version` for a resource, a relative path for a module. */
  readonly target: string;
  readonly exists: boolean;
  readonly body: { [name: string]: BicepValue };
  /** Where in the body something stands that has to be worked out: `properties.template.scale`. */
  readonly workedOut: readonly string[];
}

export interface BicepParameter {
  readonly name: string;
  readonly decorators: readonly string[];
  readonly byDefault: BicepValue | undefined;
}

export interface BicepFile {
  readonly syntaxErrors: readonly string[];
  readonly parameters: readonly BicepParameter[];
  readonly variables: readonly string[];
  readonly resources: readonly BicepBlock[];
  readonly modules: readonly BicepBlock[];
  readonly outputs: ReadonlyMap<string, string>;
  /** Names that an expression refers to, with the line, functions left out. */
  readonly references: readonly { readonly name: string; readonly line: number }[];
  readonly calls: readonly { readonly name: string; readonly line: number }[];
  /** `module.outputs.name`, as [module, name]. */
  readonly outputsTaken: readonly (readonly [string, string])[];
}

let parser: Parser | undefined;

async function bicepParser(): Promise<Parser> {
  if (parser === undefined) {
    await Parser.init();
    const language = await Language.load(readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
    parser = new Parser().setLanguage(language);
  }
  return parser;
}

/** Reads Bicep without compiling it: what is declared, what is referred to, and where the syntax is broken. */
export async function readBicep(source: string): Promise<BicepFile> {
  const tree = (await bicepParser()).parse(source);
  if (tree === null) throw new Error('the Bicep parser gave nothing back');
  const root = tree.rootNode;
  const blocks = (type: string) => root.descendantsOfType(type).map(readBlock);
  const called = root.descendantsOfType('call_expression').flatMap((call) => call.childForFieldName('function') ?? []);
  return {
    syntaxErrors: everyNode(root)
      .filter((node) => node.isError || node.isMissing)
      .map((node) => `line ${lineOf(node)}: ${node.isMissing ? `missing ${node.type}` : node.text.slice(0, 40)}`),
    parameters: root.descendantsOfType('parameter_declaration').map(readParameter),
    variables: root.descendantsOfType('variable_declaration').map((node) => nameOf(node)),
    resources: blocks('resource_declaration'),
    modules: blocks('module_declaration'),
    outputs: new Map(root.descendantsOfType('output_declaration').map((node) => [nameOf(node), lastOf(node).text])),
    references: root.descendantsOfType('identifier').filter(isReference).map(named),
    calls: called.filter((node) => node.type === 'identifier').map(named),
    outputsTaken: root.descendantsOfType('member_expression').flatMap(readOutputTaken),
  };
}

const lineOf = (node: Node): number => node.startPosition.row + 1;
const named = (node: Node) => ({ name: node.text, line: lineOf(node) });
const everyNode = (node: Node): Node[] => [node, ...node.children.flatMap(everyNode)];
const childrenOf = (node: Node): Node[] => node.namedChildren.filter((child) => child.type !== 'comment');

function lastOf(node: Node): Node {
  return childrenOf(node).at(-1) ?? node;
}

function nameOf(declaration: Node): string {
  return childrenOf(declaration)[0]?.text ?? '';
}

function readBlock(node: Node): BicepBlock {
  const [, target] = childrenOf(node);
  const last = lastOf(node);
  const body = last.type === 'if_statement' ? lastOf(last) : last;
  return {
    symbol: nameOf(node),
    target: target === undefined ? '' : unquoted(target.text),
    exists: node.children.some((child) => child.type === 'existing'),
    body: readObject(body),
    workedOut: workedOutIn(body),
  };
}

function readParameter(node: Node): BicepParameter {
  const before = node.previousNamedSibling;
  const [, , byDefault] = childrenOf(node);
  return {
    name: nameOf(node),
    decorators: before?.type === 'decorators' ? childrenOf(before).map((decorator) => decorator.text.slice(1)) : [],
    byDefault: byDefault === undefined ? undefined : readValue(byDefault),
  };
}

const propertiesOf = (node: Node): Node[] => childrenOf(node).filter((child) => child.type === 'object_property');

function readObject(node: Node): { [name: string]: BicepValue } {
  return Object.fromEntries(propertiesOf(node).map((property) => [unquoted(nameOf(property)), readValue(lastOf(property))]));
}

function readValue(node: Node): BicepValue {
  switch (node.type) {
    case 'string':
      return unquoted(node.text);
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'array':
      return childrenOf(node).map(readValue);
    case 'object':
      return readObject(node);
    default:
      return node.text;
  }
}

function workedOutIn(node: Node, path: readonly string[] = []): string[] {
  switch (node.type) {
    case 'object':
      return propertiesOf(node).flatMap((property) => workedOutIn(lastOf(property), [...path, unquoted(nameOf(property))]));
    case 'array':
      return childrenOf(node).flatMap((child, index) => workedOutIn(child, [...path, String(index)]));
    case 'string':
      return node.text.includes('${') ? [path.join('.')] : [];
    case 'number':
    case 'boolean':
      return [];
    default:
      return [path.join('.')];
  }
}

function unquoted(text: string): string {
  return text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text;
}

function isReference(node: Node): boolean {
  const parent = node.parent;
  if (parent === null) return false;
  const isFirst = childrenOf(parent)[0]?.id === node.id;
  if (parent.type === 'call_expression') return false;
  return !(isFirst && (parent.type === 'object_property' || parent.type.endsWith('_declaration')));
}

function readOutputTaken(node: Node): (readonly [string, string])[] {
  const [owner, property] = childrenOf(node);
  if (owner?.type !== 'member_expression' || property === undefined) return [];
  const [module, outputs] = childrenOf(owner);
  return module !== undefined && outputs?.text === 'outputs' ? [[module.text, property.text]] : [];
}
