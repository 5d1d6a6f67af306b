/** Whole sentences where they fit, else whole words and a sign that more follows. */
export function shortened(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= most) return flat;
  const sentences = /^.*[.!?](?=\s)/.exec(flat.slice(0, most + 1))?.[0];
  if (sentences !== undefined && sentences.length > most / 3) return sentences;
  return `${flat.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}
