import { mostTokens } from '../../../../../subgraphs/agency/matching/tokens.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Link } from '../../../../../subgraphs/agency/records/dossier/link.ts';
import { mostToldOnly } from '../../../../../subgraphs/agency/records/dossier/links/link-state.ts';
import { mostAnswered } from '../../../../../subgraphs/agency/records/dossier/links/link-steps.ts';
import { mostKept } from '../../../../../subgraphs/agency/records/dossier/releases/release-steps.ts';
import { mostPending } from '../../../../../subgraphs/agency/records/dossier/without-room.ts';
import { mostValues } from '../../../../../subgraphs/agency/records/values/value-kinds.ts';
import { evidenceKinds, seizedKinds } from '../../../../../terms/enums.ts';
import { dossierOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';

/** In the characters that take the most bytes for their length. */
const text = (length: number) => '語'.repeat(length);
const many = <Item>(length: number, item: Item): Item[] => Array.from({ length }, () => item);
const at = new Date();

const provenance = {
  ...dossierOf('any').status.provenance,
  unsigned: { by: text(200), at },
};
const value = <Content extends object>(content: Content) => ({
  id: 'V000000000001',
  ...content,
  provenance,
});

const proposal = {
  decision: 'SAME',
  reason: text(500),
  evidence: {
    band: 'STRONG',
    kinds: evidenceKinds.map((kind) => ({ kind, outcome: 'CONTRADICTED' })),
    version: 1,
    comparedAt: at,
  },
  proposedBy: text(200),
  proposedAt: at,
  needsReview: true,
  changedBy: many(5, text(200)),
};
const link = {
  agency: 'RUSSIA',
  dossier: 'RU-0000000000000001',
  references: many(20, 'RUH-01234567890123456789'),
  knownAs: many(20, 'RUH-01234567890123456789'),
  isKnownById: true,
  own: { decision: 'SAME', decidedAt: at, grounds: { ...proposal, countersignedBy: text(200) }, proposal },
  told: { decision: 'SAME', decidedAt: at, number: 1_000_000, isInReview: true },
  lapsesAt: at,
} as unknown as Link;
const release = {
  ...releaseOf(),
  case: 'BY-2026-000001',
  reason: text(500),
  proposedBy: text(200),
  grantedBy: text(200),
  recalledBy: text(200),
  recalledAt: at,
  recallReason: text(500),
  endUntold: at,
};
/** What waits to be told: as much as any of our messages has. */
export const longestMessage = {
  id: '0m0000000-0123456789',
  to: 'RUSSIA',
  type: 'concord.link.decided.v1',
  at,
  subject: 'BY-0000000000000001',
  data: {
    about: { reference: 'RUH-01234567890123456789' },
    dossier: 'BY-0000000000000001',
    knownAs: many(20, 'RUH-01234567890123456789'),
    decision: 'SAME',
    decidedAt: at.toISOString(),
  },
};

/** A dossier with every list at its end, and every text in it as long as it may be. */
export function fullestDossier(): DossierRecord {
  const long = text(200);
  return {
    ...dossierOf('BY-FV11EST00001'),
    cases: many(50, 'BY-2026-000001'),
    names: many(
      mostValues.names,
      value({ kind: 'LEGAL', script: 'LATIN', surname: long, givenName: long, patronymic: long }),
    ),
    birthPlace: value({ country: 'BY', place: long }),
    citizenships: many(mostValues.citizenships, value({ country: 'BY' })),
    documents: many(
      mostValues.documents,
      value({ kind: 'PASSPORT', issuer: 'BY', number: text(40), checksum: 'NONE' }),
    ),
    contacts: many(mostValues.contacts, value({ kind: 'MESSENGER', value: long, service: text(60) })),
    instruments: many(
      mostValues.instruments,
      value({ kind: 'ACCOUNT', account: text(60), bank: long, node: 'N0123456789ABCDEF0123' }),
    ),
    infrastructure: many(
      mostValues.infrastructure,
      value({
        kind: 'SIM_BOX',
        value: long,
        model: text(100),
        slots: 4096,
        node: 'N0123456789ABCDEF0123',
        checksum: 'NONE',
      }),
    ),
    roles: many(mostValues.roles, value({ kind: 'MONEY_MULE', coerced: true })),
    memberships: many(mostValues.memberships, value({ group: 'BYG-0123456789ABCDEF', rank: 'MEMBER' })),
    offences: many(
      mostValues.offences,
      value({ article: text(20), committedOn: '2026-01-01', case: 'BY-2026-000001' }),
    ),
    measures: many(
      mostValues.measures,
      value({
        ...{ kind: 'SEARCH', state: 'DONE', date: '2026-01-01', ground: long, case: 'BY-2026-000001' },
        ...{ region: 'RU-MOW', window: { from: '2026-01-01', until: '2026-01-14' }, target: text(20) },
        ...{ plannedBy: long, authorisedBy: long, startedBy: long, urgency: 'LOSS_OF_EVIDENCE' },
        ...{ authorisedAt: new Date(), startedAt: new Date(), isUnauthorised: true },
        outcome: {
          ...{ arrested: 10_000, searched: 10_000, questioned: 10_000, blocked: 1_000_000 },
          ...{ victimsFound: 10_000_000, victimsWarned: 10_000_000 },
          things: many(seizedKinds.length, { kind: 'STORAGE_MEDIUM', count: 1_000_000 }),
          seized: many(20, { amount: '9999999999999.99', currency: 'BYN' }),
          returned: many(20, { amount: '9999999999999.99', currency: 'BYN' }),
        },
      }),
    ),
    harms: many(
      mostValues.harms,
      value({ victims: 1, loss: '999999999999999.99', currency: 'BYN', country: 'BY' }),
    ),
    links: many(mostAnswered + mostToldOnly, link),
    releases: many(mostKept, release),
    // A step may find as many waiting as may be, and every release and link may still be taken back.
    pending: many(mostPending + mostKept + 2 * (mostAnswered + mostToldOnly), longestMessage),
    match: { key: text(50), tokens: many(mostTokens.indexed, Number.MAX_SAFE_INTEGER) },
  } as unknown as DossierRecord;
}
