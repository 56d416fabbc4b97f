import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Release } from '../../subgraphs/agency/records/dossier/release.ts';
import type { GroupRecord } from '../../subgraphs/agency/records/group/group-record.ts';
import { knownToOneDossier } from '../../workshop/demo-data/known/known-to-one.ts';

/** One of Belarus's dossiers, whole, but for what a test says of it. */
export const dossierOf = (_id: string, changed: Partial<DossierRecord> = {}): DossierRecord => ({
  ...knownToOneDossier(),
  _id,
  recordedWith: `test ${_id}`,
  memberships: [],
  ...changed,
});

const hours = (number: number) => new Date(Date.now() + number * 3_600_000);

/** A release to Russia in force for the hours around now, of all classes and for INVESTIGATION. */
export const releaseOf = (changed: Partial<Release> = {}): Release => ({
  id: 'VRELEASE00001',
  to: 'RUSSIA',
  classes: ['IDENTITY', 'CONTACT', 'FINANCIAL', 'TECHNICAL', 'CASE', 'VICTIM'],
  purposes: ['INVESTIGATION'],
  from: hours(-2),
  until: hours(2),
  reason: 'Joint investigation',
  proposedBy: 'liaison-1',
  proposedAt: hours(-3),
  grantedBy: 'supervisor-1',
  grantedAt: hours(-2),
  ...changed,
});

/** The same as it was before a supervisor granted it. */
export function proposalOf(changed: Partial<Release> = {}): Release {
  const { grantedBy: _by, grantedAt: _at, ...proposal } = releaseOf();
  return { ...proposal, ...changed };
}

/** What both agencies have confirmed to be the same person. */
export const confirmedLink = (dossier: string): Pick<DossierRecord, 'links' | 'samePersonAs'> => {
  const decision = { decision: 'SAME', decidedAt: new Date('2026-04-27T08:15:00Z') } as const;
  return {
    links: [{ agency: 'RUSSIA', dossier, own: decision, told: decision }],
    samePersonAs: [dossier],
  };
};

/** A group that Belarus's agency has recorded, with a countersigned name. */
export function groupOf(_id: string): GroupRecord {
  const { provenance } = dossierOf('BY-0000000000').status;
  const at = new Date();
  return {
    _id,
    agency: 'BELARUS',
    kind: 'CALL_CENTRE',
    name: 'Heron',
    provenance,
    version: 1,
    createdAt: at,
    updatedAt: at,
    nextErasure: provenance.retainUntil,
    recordedWith: 'test group',
  };
}
