/** Long texts on one card after another, so that nothing of them is left out. */

export type Block = { readonly label: string; readonly items: string[] };

/** Letters before they are escaped: twice as many stand on the card at the most. */
const mostOfALine = 440;
const mostOfAPage = 5200;
const mostLines = 16;

/** Cut between words where there are any near; every word is in one of the pieces. */
export function piecesOf(text: string): string[] {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; ) {
    const piece = letters.slice(at, at + mostOfALine);
    const space = at + mostOfALine < letters.length ? piece.lastIndexOf(' ') : -1;
    const length = space > mostOfALine / 2 ? space + 1 : piece.length;
    pieces.push(piece.slice(0, length).join('').trim());
    at += length;
  }
  return pieces;
}

/** Each block goes on under its label on the next page where one has no room for it. At least one page, which may be empty. */
export function pagesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]];
  let [letters, lines] = [0, 0];
  for (const { label, items } of blocks) {
    let open: Block | undefined;
    for (const item of items) {
      if (lines > 0 && (letters + item.length > mostOfAPage || lines >= mostLines)) {
        pages.push([]);
        [letters, lines, open] = [0, 0, undefined];
      }
      if (open) open.items.push(item);
      else pages.at(-1)!.push((open = { label, items: [item] }));
      [letters, lines] = [letters + item.length, lines + 1];
    }
  }
  return pages;
}
