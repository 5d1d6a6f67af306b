import type { Content } from '../domain/framework/content';

/** A sentence that practitioners own, from the texts of this version. That it is missing is a mistake of the content, found by whoever draws the card. */
export function textOf({ texts, version }: Pick<Content, 'texts' | 'version'>, key: string): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`The texts of ${version} have no “${key}”. Write it in texts.json.`);
  return text;
}

/** What to do in an emergency, with the numbers to ring in bold. */
export const emergencyText = (content: Pick<Content, 'texts' | 'version'>): string => textOf(content, 'welcome-emergency').replace(/\b(?:NHS )?(?:999|111)\b/g, '**$&**');
