import type { Provenance, Valued } from './value.ts';
import {
  type DossierValues,
  listFields,
  type SingleField,
  singleFields,
  type ValueField,
} from './value-kinds.ts';

export interface LocatedValue {
  field: ValueField;
  value: Valued;
}

/** Every value of a dossier, or of what was read of it, with the field that it stands in. */
export function valuesOf(dossier: Partial<DossierValues>): LocatedValue[] {
  const lists = listFields.flatMap((field) => (dossier[field] ?? []).map((value) => ({ field, value })));
  const singles = singleFields.flatMap((field) => {
    const value = dossier[field];
    return value ? [{ field, value }] : [];
  });
  return [...lists, ...singles];
}

/** True if it holds of every value. It keeps none of them together, since it is asked of each dossier that is read abroad. */
export const isSoOfEveryValue = (
  dossier: Partial<DossierValues>,
  isSo: (value: Valued) => boolean,
): boolean =>
  listFields.every((field) => ((dossier[field] ?? []) as readonly Valued[]).every(isSo)) &&
  singleFields.every((field) => {
    const value = dossier[field];
    return !value || isSo(value);
  });

export const earliest = (ends: readonly Date[]): Date =>
  new Date(Math.min(...ends.map((end) => end.getTime())));

/**
 * When a value must be looked at again: at its end of retention, when a proposal to remove it takes effect or lapses, or when it is compared for warnings
 * no more.
 */
export const dueAt = ({
  retainUntil,
  leaving,
  comparedUntil,
}: Pick<Provenance, 'retainUntil' | 'leaving' | 'comparedUntil'>): Date =>
  earliest([
    retainUntil,
    ...(leaving ? [leaving.agreed ? leaving.from : leaving.lapsesAt] : []),
    ...(comparedUntil ? [comparedUntil] : []),
  ]);

/**
 * When the dossier must be looked at again: the earliest moment of its values, see `dueAt`, and the earliest end of retention of
 * those that it no longer has and whose content its history keeps.
 */
export const nextErasureOf = (dossier: Partial<DossierValues>, heldUntil?: Date): Date =>
  earliest([
    ...valuesOf(dossier).map(({ value }) => dueAt(value.provenance)),
    ...(heldUntil ? [heldUntil] : []),
  ]);

/** The earliest end of what the history alone holds, once these values are no longer in the dossier. */
export function heldUntilAfter(
  { heldUntil, ...before }: Partial<DossierValues> & { heldUntil?: Date },
  after: Partial<DossierValues>,
): Date | undefined {
  const kept = new Set(valuesOf(after).map(({ value }) => value.id));
  const gone = valuesOf(before).filter(({ value }) => !kept.has(value.id));
  const ends = [...gone.map(({ value }) => value.provenance.retainUntil), ...(heldUntil ? [heldUntil] : [])];
  return ends.length > 0 ? earliest(ends) : undefined;
}

/** The fields of a dossier after each of its values has passed through a function; undefined takes a value out. */
export function mapValues(
  dossier: Partial<DossierValues>,
  change: (located: LocatedValue) => Valued | undefined,
): { set: Partial<DossierValues>; unset: SingleField[] } {
  const set: Record<string, unknown> = {};
  const unset: SingleField[] = [];
  for (const field of listFields) {
    const before: readonly Valued[] = dossier[field] ?? [];
    const after = before.flatMap((value) => change({ field, value }) ?? []);
    if (after.length !== before.length || after.some((value, index) => value !== before[index]))
      set[field] = after;
  }
  for (const field of singleFields) {
    const value = dossier[field];
    if (!value) continue;
    const after = change({ field, value });
    if (!after) unset.push(field);
    else if (after !== value) set[field] = after;
  }
  return { set: set as Partial<DossierValues>, unset };
}

/** The values of a dossier as they are after some of its fields became something else, and others went. */
export function changedBy(
  dossier: Partial<DossierValues>,
  { set, unset }: { set: Partial<DossierValues>; unset: readonly string[] },
): Partial<DossierValues> {
  const after: Record<string, unknown> = { ...dossier, ...set };
  for (const field of unset) delete after[field];
  return after;
}
