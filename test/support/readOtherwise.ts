import type { CaseReading } from '../../src/domain/analysis/caseReading';

/** The same case, but for what is given here: how a card looks when that is so. */
export const readOtherwise = (reading: CaseReading, otherwise: Partial<CaseReading>): CaseReading =>
  new Proxy(reading, {
    get: (read, name) => {
      if (Object.hasOwn(otherwise, name)) return Reflect.get(otherwise, name) as unknown;
      const value: unknown = Reflect.get(read, name, read);
      return typeof value === 'function' ? (...given: unknown[]): unknown => Reflect.apply(value, read, given) : value;
    },
  });
