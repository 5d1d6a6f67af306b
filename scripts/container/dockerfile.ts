/** A Dockerfile as a list of what it does, as far as this project writes one. */
export type Instruction = { readonly word: string; readonly rest: string };
export type Stage = { readonly name: string; readonly image: string; readonly does: readonly Instruction[] };

/** Returns the stages in their order; what stands before the first is left out. Lines that go on with a backslash are one. */
export function readDockerfile(text: string): Stage[] {
  const stages: { name: string; image: string; does: Instruction[] }[] = [];
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  for (const line of lines) {
    const [, word = '', rest = ''] = /^\s*(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word.toUpperCase() !== 'FROM') {
      stages.at(-1)?.does.push({ word: word.toUpperCase(), rest: rest.trim() });
      continue;
    }
    const [, image = '', name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest.trim()) ?? [];
    stages.push({ name: name ?? String(stages.length), image, does: [] });
  }
  return stages;
}

/** What a stage copies: from which stage (or, without one, from the project) and to where in it. */
export function copiesOf({ does }: Stage): { readonly from?: string; readonly what: readonly string[]; readonly to: string }[] {
  return does
    .filter(({ word }) => word === 'COPY')
    .map(({ rest }) => {
      const words = rest.split(/\s+/);
      const from = words.find((one) => one.startsWith('--from='))?.slice('--from='.length);
      const paths = words.filter((one) => !one.startsWith('--'));
      return { ...(from === undefined ? {} : { from }), what: paths.slice(0, -1), to: paths.at(-1) ?? '' };
    });
}

/** The value of an instruction that stands once, as the words of its JSON list; undefined when it is written for a shell or not at all. */
export function commandOf({ does }: Stage, word: string): readonly string[] | undefined {
  const [only, ...others] = does.filter((one) => one.word === word);
  if (only === undefined || others.length > 0) return undefined;
  const list = /\[.*\]$/.exec(only.rest)?.[0];
  return list === undefined ? undefined : (JSON.parse(list) as string[]);
}
