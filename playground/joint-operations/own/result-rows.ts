import { titleOf } from '../../messages/title-of.ts';
import type { Translate } from '../../messages/translate.ts';
import { wordsIn } from '../../messages/words-in.ts';
import type { OperationResults } from './own-operations.ts';

/** A result of both agencies as it is written: the numbers stand beside each other and are never added. */
export interface ResultRow {
  title: string;
  /** Null where this agency has no such results yet. */
  own: string | null;
  /** Null where the other agency has not told any yet. */
  other: string | null;
}

const counts = [
  'arrested',
  'searched',
  'questioned',
  'blocked',
  'victimsFound',
  'victimsWarned',
] as const satisfies readonly (keyof OperationResults)[];

type Named = ReadonlyMap<string, string>;

/** The numbers of an agency by what they count. */
function numbersOf(t: Translate, results: OperationResults): Named {
  const rows = new Map<string, string>([[t('operationResult.measures'), String(results.measures)]]);
  for (const field of counts) rows.set(t(`measureOutcome.${field}`), String(results[field]));
  for (const { kind, count } of results.things)
    rows.set(t('operationResult.things', { kind: titleOf(t, 'SeizedKind', kind) }), String(count));
  for (const { amount, currency } of results.seized)
    rows.set(t('operationResult.seized', { currency }), amount);
  for (const { amount, currency } of results.returned)
    rows.set(t('operationResult.returned', { currency }), amount);
  for (const { kind, count } of results.added) {
    const title = titleOf(t, 'OperationResultKind', kind);
    rows.set(title, String(count));
  }
  return rows;
}

/** The results of both agencies, without what neither of them has. */
export function resultRows(
  t: Translate,
  own: OperationResults | null,
  other: OperationResults | null,
): ResultRow[] {
  const { amount } = wordsIn(t);
  const [mine, theirs] = [own && numbersOf(t, own), other && numbersOf(t, other)];
  const titles = [...new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])])];
  const numberOf = (numbers: Named | null, title: string) => numbers && amount(numbers.get(title) ?? '0');
  return titles.flatMap((title) => {
    const isNone = [mine, theirs].every((each) => Number(each?.get(title) ?? 0) === 0);
    return isNone ? [] : [{ title, own: numberOf(mine, title), other: numberOf(theirs, title) }];
  });
}
