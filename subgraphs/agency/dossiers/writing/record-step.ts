import { type Agency, agencies } from '../../../../identity/agencies.ts';
import type { CheckedAdditions, CheckedInput } from '../../checks/check-dossier.ts';
import type { HistoryEntry } from '../../history/record.ts';
import { newDossierId, newValueId } from '../../random-id.ts';
import type { DossierRecord, DossierValues } from '../record.ts';
import { isListField, nextErasureOf, type ValueField, valueFields, valuesOf } from '../values-of.ts';
import { type Author, entryOf } from './step.ts';

/** Values that were checked, as they are stored: with ids of their own, recorded now and contested by nobody. */
export function newValues(checked: CheckedAdditions, at: Date): Partial<DossierValues> {
  const stored = <Value extends { provenance: object }>(value: Value) => ({
    ...value,
    id: newValueId(),
    provenance: { ...value.provenance, recordedAt: at, contested: false },
  });
  const values: Partial<Record<ValueField, unknown>> = {};
  for (const field of valueFields) {
    const given = checked[field];
    if (given === undefined) continue;
    values[field] = isListField(field)
      ? (given as { provenance: object }[]).map(stored)
      : stored(given as { provenance: object });
  }
  return values as Partial<DossierValues>;
}

/** A dossier that is recorded, and the first line of its history. */
export interface NewDossier {
  dossier: DossierRecord;
  entry: HistoryEntry;
}

/** A new dossier, whole, as it is inserted. */
export function newDossier(agency: Agency, input: CheckedInput, author: Author): NewDossier {
  const { handlingCode, cases, ...given } = input;
  const values = newValues(given, author.at) as DossierValues;
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
  return { dossier, entry: entryOf(author, 1, 'RECORD', changes) };
}
