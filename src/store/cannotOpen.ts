/** Why the file of cases could not be opened, in a sentence that says what to do. */
import { codeOf } from './sqliteFile';

/** Thrown when the disk or the folder does not let the file be opened or written. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

const mayNotWrite = (file: string): string => `Whoever runs the bot may not write to ${file}. Give that account the right to write to the file and to its folder, or set STORE to another file.`;
const noFolder = (file: string): string => `No file can be made at ${file}: its folder is not there, or takes no files. Set STORE to a file in a folder that can be written to.`;
const full = (file: string): string => `The disk of ${file} is full. Make room on it, then start the bot again. What was kept before is still there.`;

const sentences: readonly (readonly [RegExp, (file: string) => string])[] = [
  [/^EISDIR$/, (file) => `${file} is a folder. Set STORE to a file in it, such as sqlite:${file}/cases.sqlite.`],
  [/^(?:ENOENT|ENOTDIR|EEXIST)$/, noFolder],
  [/^(?:EACCES|EPERM)$|^SQLITE_(?:READONLY|CANTOPEN|PERM)/, mayNotWrite],
  [/^EROFS$/, (file) => `${file} is on a disk that can only be read. Set STORE to a file that can be written to.`],
  [/^(?:ENOSPC|EDQUOT|SQLITE_FULL)$/, full],
  [/^SQLITE_(?:CORRUPT|IOERR)/, (file) => `${file} cannot be read as it should: it, or its disk, is damaged. Keep it as it is, look at the disk, and put the last backup in its place.`],
];

/** The same error where there is nothing better to say. */
export function cannotOpen(file: string, error: unknown): unknown {
  const code = codeOf(error);
  const sentence = sentences.find(([known]) => known.test(code))?.[1](file);
  return sentence === undefined ? error : new CannotOpen(sentence, { cause: error });
}
