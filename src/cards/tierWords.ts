/** How much support there should be, in words. It is about who helps; it is never a grade of a person. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { promptOf } from '../domain/framework/framework';
import { escapeText, shorten } from './escape';

export const tierWords: readonly { readonly name: string; readonly means: string }[] = [
  { name: 'Information is enough', means: 'A good pointer or two, and one look back.' },
  { name: 'Link worker, a short plan', means: 'A small plan and one to three contacts.' },
  { name: 'Link worker, side by side', means: 'The whole conversation, and company on the way.' },
  { name: 'Shared with a professional', means: 'Somebody named leads on one need. The rest can go on alongside.' },
  { name: 'Another service leads for now', means: 'Activities wait until the leading service agrees.' },
  { name: 'Act now', means: 'A safety action comes first. The plan waits for it.' },
];

export const tierName = (tier: number): string => tierWords[tier]?.name ?? 'How much support';

/** The reasons in plain words: a reason that names a prompt by its id names it by its topic instead. */
export function tierReasons({ tier, content }: Pick<CaseReading, 'tier' | 'content'>, most = 3): string[] {
  return tier.why.slice(0, most).map((reason) => {
    const named = /^([A-Z]{2,3}\d{1,2}): (.*)$/su.exec(reason);
    const topic = named?.[1] === undefined ? undefined : promptOf(content.framework, named[1])?.topic;
    return escapeText(shorten(topic === undefined ? reason : `${topic}: ${named?.[2]}`, 180));
  });
}
