import { countNeeds, rounded, smallestShown } from '../../../src/domain/learnt/needCounts';
import { needsInWords } from '../../../src/domain/learnt/needsInWords';
import type { Learnt } from '../../../src/domain/learnt/learnt';

const today = '2026-11-22';
const need = (more: Partial<Extract<Learnt, { type: 'NeedUnmet' }>> = {}): Learnt => ({ type: 'NeedUnmet', month: '2026-10', want: ['Pottery'], when: [], ...more });
const times = (many: number, one: Learnt): Learnt[] => Array.from({ length: many }, () => one);
const tableOf = (learnt: readonly Learnt[], by: string) => countNeeds(learnt, today).tables.find((table) => table.by === by);

describe('unmet needs as numbers', () => {
  it('are none at all while there are fewer than eight', () => {
    expect(countNeeds(times(7, need()), today)).toEqual({ until: '2026-10', tables: [] });
    expect(needsInWords(countNeeds(times(7, need()), today)).intro).toMatch(/written down fewer than 8 times/);
  });

  it('hide what is too few, and round the rest and the whole', () => {
    const all = [...times(11, need()), ...times(3, need({ want: ['Bell ringing'] })), ...times(8, need({ want: ['Singing'], area: 'Swinton' }))];
    expect(countNeeds(all, today).many).toBe(20);
    expect(tableOf(all, 'want')).toEqual({ by: 'want', hidden: true, lines: [{ about: 'Pottery', count: 10 }] });
    expect(JSON.stringify(countNeeds(all, today))).not.toContain('Bell');
  });

  it('leave a hidden number open: whatever is shown could be shown of any small number', () => {
    const shownOf = (...counts: readonly number[]): string => JSON.stringify(countNeeds(counts.flatMap((many, place) => times(many, need({ area: `Area ${place}` }))), today).tables[1] ?? 'none');
    const worlds = new Map<string, Set<number>>();
    const looked = new Set<string>();
    for (let hidden = 0; hidden < smallestShown; hidden++) {
      for (let next = Math.max(1, hidden); next < 28; next++) for (let most = next; most < 28; most++) {
        const shown = shownOf(most, next, hidden) + rounded(most + next + hidden);
        worlds.set(shown, (worlds.get(shown) ?? new Set()).add(hidden));
        if (most < 24 && next < 16 && shown.includes('"hidden":true')) looked.add(shown);
      }
    }
    expect(looked.size).toBeGreaterThan(5);
    for (const shown of looked) expect({ shown, open: worlds.get(shown)!.size >= 4 }).toEqual({ shown, open: true });
  });

  it('take the next smallest along when one would be hidden alone', () => {
    const all = [...times(20, need({ area: 'Swinton' })), ...times(9, need({ area: 'Irlam' })), ...times(2, need({ area: 'Eccles' }))];
    expect(tableOf(all, 'area')).toEqual({ by: 'area', hidden: true, lines: [{ about: 'Swinton', count: 20 }] });
  });

  it('count months that have ended, of the last twelve', () => {
    const all = [...times(9, need()), ...times(9, need({ month: '2026-11' })), ...times(9, need({ month: '2025-10' })), ...times(8, need({ month: '2025-11' }))];
    expect(tableOf(all, 'month')?.lines).toEqual([{ about: '2025-11', count: 10 }, { about: '2026-10', count: 10 }]);
    expect(countNeeds(times(9, need({ month: '2026-12' })), '2027-01-03')).toMatchObject({ until: '2026-12', many: 10 });
  });

  it('never show two questions at once, and count a need once in each line', () => {
    const all = times(9, need({ want: ['Pottery', 'Pottery', 'Singing'], area: 'Swinton', when: ['Tuesday'], barrier: 'Money is short' }));
    expect(countNeeds(all, today).tables.map(({ by }) => by)).toEqual(['want', 'area', 'when', 'barrier', 'month']);
    expect(tableOf(all, 'want')?.lines).toEqual([{ about: 'Pottery', count: 10 }, { about: 'Singing', count: 10 }]);
  });
});
