import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Link } from '../../../../../subgraphs/agency/records/dossier/link.ts';
import type { Release } from '../../../../../subgraphs/agency/records/dossier/release.ts';
import type { GroupRecord } from '../../../../../subgraphs/agency/records/group/group-record.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { daysAfter } from '../../../../../terms/days.ts';
import type { WaitingAction, WaitingKind } from '../../../../../terms/enums.ts';
import { parkedMessage } from '../../../../support/agency/parked-message.ts';
import { dossierOf, groupOf, proposalOf } from '../../../../support/hand-made-dossiers.ts';
import { agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';

export const now = new Date();
export const inDays = (days: number) => daysAfter(now, days);

const otherCase = 'BY-2026-000099';
const on = (_id: string, changed: Partial<DossierRecord>) =>
  dossierOf(_id, {
    handlingCode: 'ON_RELEASE',
    cases: ['BY-2026-000001'],
    releases: [],
    links: [],
    ...changed,
  });

const proposed = (id: string, changed: Partial<Release> = {}) =>
  proposalOf({
    id,
    classes: ['IDENTITY', 'CASE'],
    proposedBy: 'liaison-1',
    proposedAt: inDays(-3),
    until: inDays(40),
    ...changed,
  });

const evidence = { kinds: [] };
const told = (changed: Partial<Link> = {}): Link => ({
  agency: 'RUSSIA',
  dossier: 'RU-WA1T1NG00001',
  own: { decision: 'NONE' },
  told: { decision: 'SAME', decidedAt: inDays(-10), number: 1 },
  ...changed,
});
const proposal = {
  decision: 'SAME',
  reason: 'One phone',
  evidence,
  proposedBy: 'liaison-1',
  proposedAt: inDays(-2),
} as const;

/** The first name of a dossier, as an officer has added it and nobody countersigned. */
function unsignedNames(by: string, at: Date): Pick<DossierRecord, 'names'> {
  const [first, ...names] = on('BY-0000000000', {}).names;
  if (!first) throw new Error('the dossier has no name');
  return { names: [{ ...first, provenance: { ...first.provenance, unsigned: { by, at } } }, ...names] };
}

export const ids = {
  released: 'BY-WA1T1NG00001',
  answered: 'BY-WA1T1NG00002',
  ofOtherCase: 'BY-WA1T1NG00003',
  shareable: 'BY-WA1T1NG00004',
  values: 'BY-WA1T1NG00005',
  disputed: 'BY-WA1T1NG00006',
  nothing: 'BY-WA1T1NG00007',
  ended: 'BY-WA1T1NG00008',
} as const;

/** One dossier for each kind of step that waits, and some on which none does. */
export const dossiers: readonly DossierRecord[] = [
  on(ids.released, { releases: [proposed('VRELEASED')] }),
  on(ids.answered, { links: [told()] }),
  on(ids.ofOtherCase, {
    cases: [otherCase],
    releases: [proposed('VOTHERCASE', { classes: ['VICTIM'], until: inDays(30) })],
    links: [told({ dossier: 'RU-WA1T1NG00002', own: { decision: 'NONE', proposal } })],
  }),
  on(ids.shareable, {
    shareable: { proposal: { proposedBy: 'liaison-1', proposedAt: inDays(-6), reason: 'A network' } },
  }),
  on(ids.values, unsignedNames('investigator-1', inDays(-5))),
  on(ids.disputed, {
    links: [
      told({
        dossier: 'RU-WA1T1NG00003',
        own: { decision: 'DIFFERENT', decidedAt: inDays(-9) },
        told: { decision: 'SAME', decidedAt: inDays(-8), number: 2 },
      }),
    ],
  }),
  // What could wait, of a dossier that may be neither released nor linked.
  on(ids.nothing, {
    handlingCode: 'ORIGINATOR_ONLY',
    releases: [proposed('VDARK')],
    links: [told({ dossier: 'RU-WA1T1NG00004' })],
    ...unsignedNames('investigator-1', inDays(-7)),
  }),
  // What no longer waits.
  on(ids.ended, {
    releases: [
      proposed('VPAST', { until: inDays(-1) }),
      proposed('VTURNEDDOWN', { recalledAt: inDays(-1), recalledBy: 'supervisor-1' }),
      proposed('VGRANTED', { grantedAt: inDays(-1), grantedBy: 'supervisor-1' }),
    ],
    links: [told({ dossier: 'RU-WA1T1NG00005', ended: 'hash' })],
  }),
];

const recorded = groupOf('BYG-WA1T1NG000000001');
export const group: GroupRecord = {
  ...recorded,
  provenance: { ...recorded.provenance, unsigned: { by: 'investigator-1', at: inDays(-4) } },
};

/** An agency where all of that waits, and a message too. */
export async function waitingAgency() {
  const agency = await agencyInProcess(belarus, { dossiers, groups: [group] });
  await agency.models.inbox.create([{ ...parkedMessage(), receivedAt: inDays(-1) }]);
  return agency;
}

export interface Waits {
  id: string;
  kind: WaitingKind;
  since: string;
  due: string | null;
  steps: { action: WaitingAction; roles: string[] }[];
  dossier?: { id: string } | null;
  release?: { id: string };
  link?: { dossier: string };
  group?: { id: string } | null;
  message?: { id: string };
  alert?: { id: string; version: number; widelyShared: { by: string } | null };
}

const items = `id kind since due steps { action roles }
  ... on WaitingRelease { dossier { id } release { id proposedBy } } ... on WaitingLink { dossier { id } link { dossier } }
  ... on WaitingShareable { dossier { id } shareable { proposedBy } } ... on WaitingValues { dossier { id } }
  ... on WaitingGroup { group { id } } ... on WaitingMessage { from message { id } }
  ... on WaitingAlert { alert { id version widelyShared { by } } }`;
const document = `query ($kinds: [WaitingKind!], $first: Int! = 20, $after: Cursor) {
  belarus { waiting(kinds: $kinds, first: $first, after: $after) {
    edges { cursor node { id } } nodes { ${items} } pageInfo { hasNextPage endCursor } counts { kind count isMore } } } }`;

/** What waits for an officer, with all that is beside it. */
export async function waitingFor(officer: Officer, variables: object = {}) {
  const answered = await officer.run(document, { ...variables });
  const waiting = answered.data?.belarus?.waiting;
  const nodes: Waits[] = waiting?.nodes ?? [];
  return { ...answered, waiting, nodes, kinds: nodes.map(({ kind }) => kind) };
}
