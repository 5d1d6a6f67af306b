/** Lists of words that a Clinical Safety Officer can read and change: each has a name, and a sentence that says what it is for. */
import { z } from 'zod';

const NamedList = z
  .object({
    /** What the list is for, in a sentence. */
    for: z.string().min(10),
    words: z.array(z.string()).min(1),
  })
  .strict()
  .superRefine(({ words }, context) => {
    const problem = (message: string): void => context.addIssue({ code: 'custom', path: ['words'], message });
    for (const word of words) if (!/^[a-z]+$/.test(word)) problem(`“${word}” is not one word in small letters. Write it so, without marks: a note is read word by word.`);
    for (const word of new Set(words.filter((each, at) => words.indexOf(each) !== at))) problem(`“${word}” stands there twice. Leave one out.`);
  });

/** A file with all of these lists, and no other. */
export const namedLists = <Name extends string>(names: readonly Name[]) => z.object(Object.fromEntries(names.map((name) => [name, NamedList])) as Record<Name, typeof NamedList>).strict();
