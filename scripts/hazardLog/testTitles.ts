/** Which tests a file holds, read from its source: a title in a comment or in a test that is left out does not count. */
import { parseSync } from '@swc/core';

type Node = { readonly [name: string]: unknown };

/** Returns the title of every `it` that runs, as it is written, and once more behind its group: "the gate › asks who". `it.each` keeps its `%s`. */
export function testTitles(source: string): string[] {
  return titlesIn(parseSync(source, { syntax: 'typescript' }), undefined);
}

function titlesIn(node: unknown, group: string | undefined): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => titlesIn(one, group));
  if (!isNode(node)) return [];
  const call = node['type'] === 'CallExpression' ? testCall(node) : undefined;
  if (call?.runs === false) return [];
  const own = call?.title === undefined || call.isGroup ? [] : [call.title, ...(group === undefined ? [] : [`${group} › ${call.title}`])];
  const inside = call?.isGroup ? call.title : group;
  return [...own, ...Object.entries(node).flatMap(([name, value]) => (name === 'span' ? [] : titlesIn(value, inside)))];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Of `it`, `it.each(...)`, `describe.skip` and their kin; nothing for any other call. */
function testCall(call: Node): { readonly runs: boolean; readonly isGroup: boolean; readonly title?: string } | undefined {
  const words = wordsOf(call['callee']);
  const [first, ...rest] = words;
  if (first === undefined || !['it', 'test', 'describe', 'xit', 'xdescribe'].includes(first)) return undefined;
  if (first.startsWith('x') || rest.includes('skip') || rest.includes('todo') || rest.includes('failing')) return { runs: false, isGroup: false };
  const title = titleOf(call);
  return { runs: true, isGroup: first === 'describe', ...(title === undefined ? {} : { title }) };
}

/** it -> [it]; it.each -> [it, each]; it.each(rows) -> [it, each] */
function wordsOf(callee: unknown): string[] {
  if (!isNode(callee)) return [];
  if (callee['type'] === 'Identifier') return [String(callee['value'])];
  if (callee['type'] === 'MemberExpression') return [...wordsOf(callee['object']), ...wordsOf(callee['property'])];
  return callee['type'] === 'CallExpression' ? wordsOf(callee['callee']) : [];
}

function titleOf(call: Node): string | undefined {
  const [first] = call['arguments'] as readonly { readonly expression: Node }[];
  return first?.expression['type'] === 'StringLiteral' ? String(first.expression['value']) : undefined;
}
