import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { endOfDay } from '../../../subgraphs/agency/records/formats/dates/day-window.ts';
import type { GroupRecord } from '../../../subgraphs/agency/records/group/group-record.ts';
import { type StoredEntry, storedEntry } from '../../../subgraphs/agency/records/history/history-entry.ts';
import {
  type CheckRecord,
  withCheckColumns,
} from '../../../subgraphs/agency/records/measures/comparing/check-record.ts';
import { runOf } from '../../../subgraphs/agency/records/measures/comparing/compared-measure.ts';
import { comparedMeasuresOf } from '../../../subgraphs/agency/records/measures/comparing/compared-measures-of.ts';
import type { ReadPart } from '../../../subgraphs/agency/records/reads/read-entry.ts';
import type { DemoAgency } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { type StateName, stateNames, states } from '../policy/states.ts';
import { markedDossier, markedStep } from './dossier.ts';
import { groupMark, groupsOf, markedId } from './marks.ts';

const articleOf = { BELARUS: '209', RUSSIA: '159' } as const;
const prefixOf = { BELARUS: 'BY', RUSSIA: 'RU' } as const;

/** The id of the one dossier that an agency has in a state. */
export const dossierIn = (agency: DemoAgency, state: StateName): string =>
  markedId(prefixOf[agency], stateNames.indexOf(state));

/** An id that nobody has. */
export const nobody = (agency: DemoAgency): string => markedId(prefixOf[agency], 99);

export interface MarkedRecords {
  dossiers: DossierRecord[];
  groups: GroupRecord[];
  reads: ReadPart[];
  history: StoredEntry[];
  checks?: CheckRecord[];
}

const groupRecord = (agency: DemoAgency, id: string): GroupRecord => ({
  _id: id,
  agency,
  kind: 'CALL_CENTRE',
  name: `${groupMark(id)}name`,
  provenance: {
    sourceReliability: 'A',
    informationAccuracy: 1,
    legalBasis: 'NATIONAL_LAW',
    recordedAt: new Date('2026-01-02T03:04:05Z'),
    retainUntil: new Date('2036-01-02T00:00:00Z'),
    contested: false,
    ...(id === groupsOf(agency).waiting && {
      unsigned: { by: `${groupMark(id)}by`, at: new Date('2026-01-02T03:04:05Z') },
    }),
  },
  version: 1,
  createdAt: new Date('2026-01-02T03:04:05Z'),
  updatedAt: new Date('2026-01-02T03:04:05Z'),
  nextErasure: new Date('2036-01-02T00:00:00Z'),
  recordedWith: `marked ${id}`,
});

/** A step that has changed all that is recorded of a group. */
function groupStep(id: string): StoredEntry {
  const text = (part: string) => `${groupMark(id)}${part}`;
  return storedEntry(id, {
    version: 1,
    at: new Date('2026-01-03T03:04:05Z'),
    by: 'officer-of-history',
    mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2099-000099' },
    action: 'AMEND',
    code: 'NOT_NEEDED',
    changes: [
      { field: 'group', value: '1', before: text('before'), after: text('after'), reason: text('why') },
    ],
    idempotency: { key: 'marked', fingerprint: 'marked' },
  });
}

/** A read of every dossier, later than all that tests cause, so that it is the newest of them. */
const readRecord = (agency: DemoAgency, dossiers: string[]): ReadPart => ({
  _id: 'zzzzzzzzz-0000000000',
  at: new Date('2099-01-01T00:00:00Z'),
  requestId: 'request-of-the-reader',
  by: 'reader-abroad',
  agency: agency === 'BELARUS' ? 'RUSSIA' : 'BELARUS',
  roles: ['INVESTIGATOR'],
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
  reason: 'Check of report 17',
  dossiers,
  // An own viewer has them alone; here each field has something.
  beyondMandate: dossiers,
  ofNoCase: dossiers,
  groups: [groupsOf(agency).many],
  requests: ['BYQ-0000000000000001'],
  coordinates: ['Dossier.names'],
  withheld: [{ coordinate: 'Dossier.contacts', reason: 'NOT_RELEASED', dossiers }],
  search: { kinds: ['SURNAME', 'BIRTH_DATE'], criteria: [1, 2], near: 3 },
});

/** The comparison of each measure of a dossier, which has met one of another agency. */
const checksOf = (dossier: DossierRecord, other: DemoAgency, now: Date): CheckRecord[] =>
  comparedMeasuresOf(dossier).map((row) => {
    const { _id, measure, cases, plannedBy, window } = row;
    const at = new Date('2026-01-02T03:04:05Z');
    const meeting = { other, own: `OWN ${_id}`, theirs: `THEIRS ${_id}`, week: '2026-W49', at } as const;
    const times = { since: at, listedAt: at, toldAt: at, changedAt: at };
    const check = { run: runOf(row), ...times, isCompared: true, meetings: [meeting] };
    const facts = { _id, dossier: dossier._id, measure, cases, plannedBy, endsAt: endOfDay(window.until) };
    return withCheckColumns({ ...facts, version: 1, place: _id, check }, now);
  });

/** One dossier of an agency in every state, each full, and what goes with them. */
export function markedRecords(agency: DemoAgency, now = new Date()): MarkedRecords {
  const foreign = agency === 'BELARUS' ? 'RUSSIA' : 'BELARUS';
  const dossiers = stateNames.map((name) =>
    markedDossier(agency, dossierIn(agency, name), states[name], {
      article: articleOf[agency],
      now,
      // A link is with the other agency's dossier in the same state.
      foreign: dossierIn(foreign, name),
    }),
  );
  return {
    dossiers,
    checks: dossiers.flatMap((dossier) => checksOf(dossier, foreign, now)),
    history: [
      ...dossiers.map(({ _id }) => markedStep(_id)),
      ...Object.values(groupsOf(agency)).map(groupStep),
    ],
    groups: Object.values(groupsOf(agency)).map((id) => groupRecord(agency, id)),
    reads: [
      readRecord(
        agency,
        dossiers.map(({ _id }) => _id),
      ),
    ],
  };
}
