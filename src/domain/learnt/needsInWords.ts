/** Counted needs as they are read, on a card and in a terminal. */
import { smallestShown, type NeedCounts, type NeedLine, type NeedTable } from './needCounts';

export type NeedsInWords = { readonly title: string; readonly intro: string; readonly tables: readonly { readonly label: string; readonly lines: readonly NeedLine[]; readonly rest: readonly string[] }[]; readonly foot: string };

const labels: Readonly<Record<NeedTable['by'], string>> = { want: 'What was wanted', area: 'Where', when: 'When', barrier: 'What stood in the way', month: 'Month' };

export function needsInWords({ until, many, tables }: NeedCounts): NeedsInWords {
  return {
    title: 'What nobody offers',
    intro:
      many === undefined
        ? `That nothing fits was written down fewer than ${smallestShown} times in the twelve months to the end of ${monthInWords(until)}. So few are not counted.`
        : `About ${many} times nothing on the list fitted, in the twelve months to the end of ${monthInWords(until)}. One need may want several things.`,
    tables: tables.map(({ by, lines, hidden }) => ({
      label: labels[by],
      lines: by === 'month' ? lines.map(({ about, count }) => ({ about: monthInWords(about), count })) : lines,
      rest: hidden ? [lines.length === 0 ? 'Each of them too few to show.' : 'Others: too few to show.'] : [],
    })),
    foot: `A number under ${smallestShown} is never shown, and any other is rounded to the nearest 5, so that no number leads to a person. A month counts once it has ended.`,
  };
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const monthInWords = (month: string): string => `${months[Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}`;
