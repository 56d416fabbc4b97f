import type { z } from 'zod';
import { checkDocument } from '../../subgraphs/agency/records/checks/documents/check-document.ts';
import { checkInfrastructure } from '../../subgraphs/agency/records/checks/infrastructure/check-infrastructure.ts';
import { checkInstrument } from '../../subgraphs/agency/records/checks/instruments/check-instrument.ts';
import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Shareable } from '../../subgraphs/agency/records/dossier/shareable.ts';
import type { HistoryEntry } from '../../subgraphs/agency/records/history/history-entry.ts';
import type { Outcome } from '../../subgraphs/agency/records/problem.ts';
import type { DossierValues } from '../../subgraphs/agency/records/values/dossier-values.ts';
import type { Provenance, provenanceInput } from '../../subgraphs/agency/records/values/value.ts';
import { nextErasureOf, valuesOf } from '../../subgraphs/agency/records/values/values-of.ts';
import { type Agency, subgraphOf } from '../../terms/agencies.ts';
import { valueIdFrom } from './ids.ts';
import type { Random } from './random.ts';
import type { DraftValues } from './recording.ts';

type ProvenanceGiven = z.output<typeof provenanceInput>;

/** What is said of a person, and when it was recorded, all in one step. */
export type DossierDraft = Pick<DossierRecord, '_id' | 'agency' | 'handlingCode' | 'cases'> &
  DraftValues & { recordedAt: Date };

/** The value as the product would record it: with the checksum and the node that it works out. */
function checked<Value extends { provenance: Provenance }, Content>(
  check: (given: Omit<Value, 'provenance'> & { provenance: ProvenanceGiven }) => Outcome<Content>,
  value: Value,
): Content & { provenance: Provenance } {
  const { provenance } = value;
  const { sourceReliability, informationAccuracy, legalBasis } = provenance;
  const outcome = check({ ...value, provenance: { sourceReliability, informationAccuracy, legalBasis } });
  if ('value' in outcome) return { ...outcome.value, provenance };
  throw new RangeError(outcome.problems.map(({ path, code }) => `${path} ${code}`).join('; '));
}

/** Gives each value its id, from a stream of its field's own. */
function stored(values: DraftValues, idsOf: (field: string) => Random): DossierValues {
  const one = <Value extends object>(field: keyof DossierValues, value: Value) => ({
    id: valueIdFrom(idsOf(field)),
    ...value,
  });
  const list = <Value extends object>(field: keyof DossierValues, drafts: readonly Value[]) => {
    const ids = idsOf(field);
    return drafts.map((value) => ({ id: valueIdFrom(ids), ...value }));
  };
  return {
    names: list('names', values.names),
    ...(values.birth && { birth: one('birth', values.birth) }),
    ...(values.birthPlace && { birthPlace: one('birthPlace', values.birthPlace) }),
    ...(values.sex && { sex: one('sex', values.sex) }),
    citizenships: list('citizenships', values.citizenships),
    documents: list(
      'documents',
      values.documents.map((value) => checked(checkDocument, value)),
    ),
    contacts: list('contacts', values.contacts),
    instruments: list(
      'instruments',
      values.instruments.map((value) => checked(checkInstrument, value)),
    ),
    infrastructure: list(
      'infrastructure',
      values.infrastructure.map((value) => checked(checkInfrastructure, value)),
    ),
    roles: list('roles', values.roles),
    memberships: list('memberships', values.memberships),
    offences: list('offences', values.offences),
    measures: list('measures', values.measures),
    harms: list('harms', values.harms),
    status: one('status', values.status),
  };
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
