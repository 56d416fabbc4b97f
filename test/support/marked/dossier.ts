import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Release } from '../../../subgraphs/agency/records/dossier/release.ts';
import type { Shareable } from '../../../subgraphs/agency/records/dossier/shareable.ts';
import { type StoredEntry, storedEntry } from '../../../subgraphs/agency/records/history/history-entry.ts';
import type { ValueField } from '../../../subgraphs/agency/records/values/value-kinds.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import { classInHistory } from '../policy/fields.ts';
import type { DossierState, ReleaseState } from '../policy/states.ts';
import { groupsOf, mark, markedCase } from './marks.ts';
import { markedValues } from './values.ts';

const day = 86_400_000;
const other = (agency: Agency) => agencyNames.find((one) => one !== agency) as Agency;

const releaseOf =
  (dossier: string, to: Agency, now: Date) =>
  (state: ReleaseState, index: number): Release => {
    const text = (part: string) => `${mark('RELEASING', dossier)}${part}`;
    const at = (days: number) => new Date(now.getTime() + days * day);
    return {
      id: `R${index}${dossier.replace('-', '')}`,
      to,
      classes: [...state.classes],
      purposes: [...state.purposes],
      ...(state.case && { case: state.case }),
      from: at(state.from),
      until: at(state.until),
      handling: 'H3',
      // Whoever may use what is released is told the restriction under which they may.
      handlingRemark: mark('HANDLING', dossier),
      reason: text('reason'),
      proposedBy: text('proposer'),
      proposedAt: at(-25),
      ...(state.isGranted && { grantedBy: text('granter'), grantedAt: at(-24) }),
      ...(state.isRecalled && {
        recalledBy: text('recaller'),
        recalledAt: at(-1),
        recallReason: text('recall'),
      }),
    };
  };

/** One step that has changed a value of every class, the handling code, and a release. */
export function markedStep(dossier: string): StoredEntry {
  const parts = (of: string) => ({
    before: `${mark(of, dossier)}before`,
    after: `${mark(of, dossier)}after`,
    reason: `${mark(of, dossier)}why`,
  });
  return storedEntry(dossier, {
    version: 2,
    at: new Date('2026-01-03T03:04:05Z'),
    by: 'officer-of-history',
    mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: markedCase(dossier) },
    action: 'AMEND',
    code: 'NOT_NEEDED',
    changes: [
      { field: 'handlingCode', before: 'SHAREABLE', after: 'ON_RELEASE', reason: 'open' },
      { field: 'releases', ...parts('RELEASING') },
      ...[...classInHistory].map(([field, of]) => ({
        field: field as ValueField,
        value: `V-${field}`,
        ...parts(of),
      })),
    ],
    idempotency: { key: 'marked', fingerprint: 'marked' },
  });
}

/** Two officers have made it so. */
function shareableOf(dossier: string): Shareable {
  const text = (part: string) => `${mark('RELEASING', dossier)}${part}`;
  const at = new Date('2026-01-02T03:04:05Z');
  return {
    decided: {
      proposedBy: text('proposer'),
      proposedAt: at,
      reason: text('reason'),
      countersignedBy: text('countersigner'),
      countersignedAt: at,
      neutrality: text('neutrality'),
    },
  };
}

/** A whole dossier in a state, with marks in everything that it says. */
export function markedDossier(
  agency: Agency,
  id: string,
  state: DossierState,
  { article, now, foreign }: { article: string; now: Date; foreign: string },
): DossierRecord {
  const to = other(agency);
  const groups = groupsOf(agency);
  const group = state.handlingCode === 'ORIGINATOR_ONLY' ? groups.dark : groups.many;
  const [own, told] = state.link ?? [];
  return {
    _id: id,
    agency,
    handlingCode: state.handlingCode,
    cases: [...state.cases, markedCase(id)],
    links:
      own && told ? [{ agency: to, dossier: foreign, own: { decision: own }, told: { decision: told } }] : [],
    ...(own === 'SAME' && told === 'SAME' && { samePersonAs: [foreign] }),
    releases: state.releases.map(releaseOf(id, to, now)),
    ...(state.handlingCode === 'SHAREABLE' && { shareable: shareableOf(id) }),
    ...markedValues(id, {
      shared: `NODE-SHARED-${agency}`,
      group,
      waiting: groups.waiting,
      article,
    }),
    version: 2,
    createdAt: new Date('2026-01-02T03:04:05Z'),
    updatedAt: new Date('2026-01-03T03:04:05Z'),
    nextErasure: new Date('2036-01-02T00:00:00Z'),
    recordedWith: `marked ${id}`,
  };
}
