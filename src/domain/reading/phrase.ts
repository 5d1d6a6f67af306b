/** Finding plain phrases in what people type: any case, curly or straight quotes, with or without apostrophes. */

export function plain(text: string): string {
  return ` ${text.normalize('NFKC').toLowerCase().replace(/['\u2018\u2019\u02bc`]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/** True when the whole words of `phrase` stand in `text`, in this order and next to each other. */
export function containsPhrase(text: string, phrase: string): boolean {
  return plain(text).includes(plain(phrase));
}
