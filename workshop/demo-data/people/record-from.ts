import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Shareable } from '../../../subgraphs/agency/records/dossier/shareable.ts';
import type { HistoryEntry } from '../../../subgraphs/agency/records/history/history-entry.ts';
import type { Provenance } from '../../../subgraphs/agency/records/values/value.ts';
import type { AnyKind } from '../../../subgraphs/agency/records/values/value-kind.ts';
import {
  type DossierValues,
  isListField,
  kindOf,
  type ValueField,
  valueKinds,
} from '../../../subgraphs/agency/records/values/value-kinds.ts';
import { nextErasureOf, valuesOf } from '../../../subgraphs/agency/records/values/values-of.ts';
import { type Agency, subgraphOf } from '../../../terms/agencies.ts';
import { valueIdFrom } from '../chance/ids.ts';
import type { Random } from '../chance/random.ts';
import { demoNaming } from '../naming/demo-naming.ts';
import type { DraftValues } from './recording.ts';

/** Everything recorded of a person, in one step, and when. */
export type DossierDraft = Pick<DossierRecord, '_id' | 'agency' | 'handlingCode' | 'cases'> &
  DraftValues & { recordedAt: Date };

type DraftValue = { provenance: Provenance };

/** A value as the product would record it: with the checksum and the node that it works out. What steps make of a measure is drawn. */
function recorded(field: ValueField, value: DraftValue): DraftValue {
  const { check, derived }: AnyKind = kindOf(field);
  if (field === 'measures' || Object.keys(derived).length === 0) return value;
  const { provenance } = value;
  const { sourceReliability, informationAccuracy, legalBasis } = provenance;
  const given = { ...value, provenance: { sourceReliability, informationAccuracy, legalBasis } };
  const context = {
    criminalCode: [],
    provisions: [],
    today: provenance.recordedAt,
    birth: undefined,
    nodeIdOf: demoNaming.idOf,
  };
  const checked = check(given, context);
  if ('value' in checked) return { ...checked.value, provenance };
  throw new RangeError(checked.problems.map(({ path, code }) => `${path} ${code}`).join('; '));
}

/** Gives each value its id, from a stream of its field's own. */
function stored(values: DraftValues, idsOf: (field: string) => Random): DossierValues {
  const made = (Object.keys(valueKinds) as ValueField[]).flatMap((field): [string, unknown][] => {
    const ids = idsOf(field);
    const drafts = [values[field] ?? []].flat() as DraftValue[];
    const list = drafts.map((value) => ({ id: valueIdFrom(ids), ...recorded(field, value) }));
    if (isListField(field)) return [[field, list]];
    return list.map((value) => [field, value]);
  });
  return Object.fromEntries(made) as unknown as DossierValues;
}

/** The first line of a dossier's history: it was recorded with all that it has. */
export function recordingStep(dossier: DossierRecord): HistoryEntry {
  const [firstCase] = dossier.cases;
  return {
    version: 1,
    at: dossier.createdAt,
    by: 'demo',
    mandate: {
      purpose: 'INVESTIGATION',
      legalBasis: 'NATIONAL_LAW',
      ...(firstCase !== undefined && { case: firstCase }),
    },
    action: 'RECORD',
    changes: valuesOf(dossier).map(({ field, value }) => ({ field, value: value.id })),
    idempotency: { key: 'demo', fingerprint: 'demo' },
  };
}

/** Two officers have decided that it may be seen abroad without a release. */
const countersigned = (agency: Agency, at: Date): Shareable => ({
  decided: {
    proposedBy: `${subgraphOf(agency)}-liaison-1`,
    proposedAt: at,
    reason: 'Of a network that works across the border',
    countersignedBy: `${subgraphOf(agency)}-supervisor-1`,
    countersignedAt: at,
    neutrality: 'Names of things, places and services alone',
  },
});

/** A dossier as it is stored when it has just been recorded. */
export function recordFrom(
  { _id, agency, handlingCode, cases, recordedAt, ...drafts }: DossierDraft,
  idsOf: (field: string) => Random,
): DossierRecord {
  if (cases.length === 0) throw new RangeError(`${_id} belongs to no case`);
  const values = stored(drafts, idsOf);
  return {
    _id,
    agency,
    handlingCode,
    cases,
    links: [],
    releases: [],
    ...(handlingCode === 'SHAREABLE' && { shareable: countersigned(agency, recordedAt) }),
    ...values,
    version: 1,
    createdAt: recordedAt,
    updatedAt: recordedAt,
    nextErasure: nextErasureOf(values),
    recordedWith: `demo ${_id}`,
  };
}
