import type { SeizedKind } from '../../../terms/enums.ts';
import { amountForm, mostThings, type OutcomeCount, outcomeCounts } from '../../../terms/outcome-limits.ts';
import type { MeasureOutcomeInput } from '../../generated/operations.ts';

export const countFields = Object.keys(outcomeCounts) as OutcomeCount[];

/** Lists of sums of an outcome. */
export const sumFields = ['seized', 'returned'] as const;
export type SumField = (typeof sumFields)[number];

/** A line of things, or of money, as it was typed. */
export interface ThingLine {
  kind: SeizedKind | '';
  count: string;
}
export interface SumLine {
  amount: string;
  currency: string;
}

/** An outcome as far as its form is filled in. */
export interface OutcomeDraft {
  counts: Readonly<Record<OutcomeCount, string>>;
  things: readonly ThingLine[];
  sums: Readonly<Record<SumField, readonly SumLine[]>>;
}

export const newThing: ThingLine = { kind: '', count: '' };
export const newSum: SumLine = { amount: '', currency: '' };

export const newOutcome: OutcomeDraft = {
  counts: { arrested: '', searched: '', questioned: '', blocked: '', victimsFound: '', victimsWarned: '' },
  things: [],
  sums: { seized: [], returned: [] },
};

/** Digits without the spaces by which people group them. */
const compact = (typed: string): string => typed.replace(/[\s\u00a0\u202f]/g, '');

/** The number that was typed; undefined for what is none, or is not from least to most. */
function countOf(typed: string, least: number, most: number): number | undefined {
  const digits = compact(typed);
  if (!/^\d{1,9}$/.test(digits)) return undefined;
  const count = Number(digits);
  return count >= least && count <= most ? count : undefined;
}

/** An amount as it is sent: with a comma or a point, in groups or not; undefined for what is none, or is nothing. */
export function amountOf(typed: string): string | undefined {
  const amount = compact(typed).replace(',', '.');
  return amountForm.test(amount) ? amount : undefined;
}

const currencyOf = (typed: string): string => typed.trim().toUpperCase();
const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

/** A place of the form that is to be corrected, as the agency names it in its problems: `things.0.count`. */
export type OutcomePlace =
  | OutcomeCount
  | `things.${number}.${keyof ThingLine}`
  | `${SumField}.${number}.${keyof SumLine}`;

/** True for the place of a list at which something that stands in it before stands again. */
const isRepeated = (values: readonly string[], place: number): boolean =>
  values.indexOf(values[place] ?? '') < place;

/** The places that are to be corrected before it can be sent; the agency judges the rest. */
export function wrongInOutcome({ counts, things, sums }: OutcomeDraft): OutcomePlace[] {
  const wrong: OutcomePlace[] = countFields.filter(
    (field) => counts[field].trim() !== '' && countOf(counts[field], 0, outcomeCounts[field]) === undefined,
  );
  const kinds = things.map(({ kind }) => kind);
  for (const [place, { kind, count }] of things.entries()) {
    if (kind === '' || isRepeated(kinds, place)) wrong.push(`things.${place}.kind`);
    if (countOf(count, 1, mostThings) === undefined) wrong.push(`things.${place}.count`);
  }
  for (const field of sumFields) {
    const currencies = sums[field].map(({ currency }) => currencyOf(currency));
    for (const [place, { amount }] of sums[field].entries()) {
      if (amountOf(amount) === undefined) wrong.push(`${field}.${place}.amount`);
      if (!isCurrency(currencies[place] ?? '') || isRepeated(currencies, place))
        wrong.push(`${field}.${place}.currency`);
    }
  }
  return wrong;
}

/** A filled outcome as it is sent; what stands empty is none. */
export function outcomeInput({ counts, things, sums }: OutcomeDraft): MeasureOutcomeInput {
  const count = (field: OutcomeCount): number => countOf(counts[field], 0, outcomeCounts[field]) ?? 0;
  const sumsOf = (field: SumField) =>
    sums[field].map(({ amount, currency }) => ({
      amount: amountOf(amount) ?? amount,
      currency: currencyOf(currency),
    }));
  return {
    arrested: count('arrested'),
    searched: count('searched'),
    questioned: count('questioned'),
    blocked: count('blocked'),
    things: things.flatMap(({ kind, count: typed }) =>
      kind === '' ? [] : { kind, count: countOf(typed, 1, mostThings) ?? 0 },
    ),
    seized: sumsOf('seized'),
    returned: sumsOf('returned'),
    victimsFound: count('victimsFound'),
    victimsWarned: count('victimsWarned'),
  };
}
