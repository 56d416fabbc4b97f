import { type Agency, agencies } from '../../../../../terms/agencies.ts';
import type { CheckedAdditions, CheckedInput } from '../../checks/check-dossier.ts';
import type { HistoryEntry } from '../../history/history-entry.ts';
import { newDossierId, newValueId } from '../../random-id.ts';
import { type DossierValues, isListField, type ValueField, valueFields } from '../../values/value-kinds.ts';
import { mapValues, nextErasureOf, valuesOf } from '../../values/values-of.ts';
import { wordedTextsOf } from '../countersigning/free-text.ts';
import type { Counts } from '../counts.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { type Author, entryOf, mostRecordedADay } from '../step.ts';

/**
 * Values that were checked, as they are stored: with ids of their own, recorded now and contested by nobody.
 * @param isAddition to a dossier that is there: then they wait for a second officer's countersignature
 */
export function newValues(
  checked: CheckedAdditions,
  { by, at }: Pick<Author, 'by' | 'at'>,
  isAddition: boolean,
): Partial<DossierValues> {
  const stored = <Value extends { provenance: object }>(value: Value) => ({
    ...value,
    id: newValueId(),
    provenance: {
      ...value.provenance,
      recordedAt: at,
      contested: false,
      ...(isAddition && { unsigned: { by, at } }),
    },
  });
  const values: Partial<Record<ValueField, unknown>> = {};
  for (const field of valueFields) {
    const given = checked[field];
    if (given === undefined) continue;
    // Whoever records a measure does not authorise it.
    const parts = field === 'measures' ? { plannedBy: by } : {};
    values[field] = isListField(field)
      ? (given as { provenance: object }[]).map((value) => stored({ ...value, ...parts }))
      : stored(given as { provenance: object });
  }
  if (isAddition) return values as Partial<DossierValues>;
  // Free texts wait for a second officer from the first moment on. The ground of a measure is none: the checks refuse what is not listed.
  const { set } = mapValues(values as Partial<DossierValues>, (located) => {
    const { value } = located;
    return wordedTextsOf(located).length > 0
      ? { ...value, provenance: { ...value.provenance, unsigned: { by, at } } }
      : value;
  });
  return { ...values, ...set } as Partial<DossierValues>;
}

/** A dossier that is recorded, the first line of its history, and what that counts for its officer's day. */
export interface NewDossier {
  dossier: DossierRecord;
  entry: HistoryEntry;
  /** As a step has them. */
  assigned?: readonly string[] | undefined;
  counts?: Counts;
}

/** A new dossier, whole, as it is inserted. */
export function newDossier(agency: Agency, input: CheckedInput, author: Author): NewDossier {
  const { handlingCode, cases, ...given } = input;
  const values = newValues(given, author, false) as DossierValues;
  const changes = valuesOf(values).map(({ field, value }) => ({
    field,
    value: value.id,
    after: JSON.stringify(value),
  }));
  const dossier: DossierRecord = {
    _id: newDossierId(agencies[agency].idPrefix),
    agency,
    handlingCode,
    cases,
    links: [],
    releases: [],
    ...values,
    version: 1,
    createdAt: author.at,
    updatedAt: author.at,
    nextErasure: nextErasureOf(values),
    recordedWith: `${author.by} ${author.idempotency.key}`,
  };
  const recorded = { number: changes.length, most: mostRecordedADay };
  const entry = entryOf(author, 1, 'RECORD', changes);
  return { dossier, entry, assigned: author.assigned, counts: { recorded } };
}
