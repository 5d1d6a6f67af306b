/** Text made plain, so that phrases are found in what people type: any case, curly or straight quotes, with or without apostrophes. */

export function plain(text: string): string {
  return ` ${text.normalize('NFKC').toLowerCase().replace(/['\u2018\u2019\u02bc`]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}
