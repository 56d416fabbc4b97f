import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type {
  DatedDecision,
  LinkProposal,
  OwnLinkDecision,
} from '../../../subgraphs/agency/records/dossier/link.ts';
import { looseLinkFields } from '../../../subgraphs/agency/records/dossier/links/link-changes.ts';
import { subgraphOf } from '../../../terms/agencies.ts';
import type { LinkVerdict } from '../../../terms/enums.ts';
import { type DemoAgency, demoAgencies } from '../agencies/demo-agencies.ts';
import type { Random } from '../chance/random.ts';
import { momentBetween, reference } from '../chance/time.ts';

/** One thing for each agency. */
export type PerAgency<T> = Record<DemoAgency, T>;

/** What the agencies have decided of a pair: both SAME, both DIFFERENT, or only one has spoken. */
export type Relation = 'SAME' | 'DIFFERENT' | 'UNVERIFIED';

/** Each agency's own decision of a pair of dossiers, made after both were opened. */
export function decisionsOn(
  pair: PerAgency<DossierRecord>,
  relation: Relation,
  proposer: DemoAgency,
  random: Random,
): PerAgency<DatedDecision> {
  const bothOpened = new Date(Math.max(...demoAgencies.map((agency) => pair[agency].createdAt.getTime())));
  const proposedAt = momentBetween(random, bothOpened, reference);
  const answeredAt = momentBetween(random, proposedAt, reference);
  const decision = relation === 'DIFFERENT' ? 'DIFFERENT' : 'SAME';
  const answer: DatedDecision =
    relation === 'UNVERIFIED' ? { decision: 'NONE' } : { decision, decidedAt: answeredAt };
  const decisionOf = (agency: DemoAgency): DatedDecision =>
    agency === proposer ? { decision, decidedAt: proposedAt } : answer;
  return { BELARUS: decisionOf('BELARUS'), RUSSIA: decisionOf('RUSSIA') };
}

const reasons: Readonly<Record<LinkVerdict, string>> = {
  SAME: 'Name, date of birth and passport agree',
  DIFFERENT: 'Twins: the personal numbers are of two persons',
};

/** What the officers of an agency saw when they decided, or when one of them proposed. */
const proposalOf = (agency: DemoAgency, decision: LinkVerdict, proposedAt: Date): LinkProposal => ({
  decision,
  reason: reasons[decision],
  evidence: {
    band: 'STRONG',
    kinds: (['SURNAME', 'GIVEN_NAME', 'BIRTH_DATE'] as const).map((kind) => ({ kind, outcome: 'AGREED' })),
    version: 1,
    comparedAt: proposedAt,
  },
  proposedBy: `${subgraphOf(agency)}-liaison-1`,
  proposedAt,
});

/** A decision as its own agency has it: with who made it and by what, or with what waits for a countersignature. */
function ownDecision(agency: DemoAgency, own: DatedDecision, told: DatedDecision): OwnLinkDecision {
  if (own.decision !== 'NONE' && own.decidedAt) {
    const proposal = proposalOf(agency, own.decision, own.decidedAt);
    return { ...own, grounds: { ...proposal, countersignedBy: `${subgraphOf(agency)}-supervisor-1` } };
  }
  return told.decidedAt ? { ...own, proposal: proposalOf(agency, 'SAME', told.decidedAt) } : own;
}

/** Writes the pair into both dossiers: each agency's own decision is what the other was told. */
export function linkDossiers(pair: PerAgency<DossierRecord>, decisions: PerAgency<DatedDecision>): void {
  const link = (own: DemoAgency, foreign: DemoAgency) => {
    const dossier = pair[own];
    const { _id } = pair[foreign];
    const [decided, told] = [decisions[own], decisions[foreign]];
    // Whoever is told a decision knows the dossier that it was made on, and so does whoever has made it.
    const known = { agency: foreign, dossier: _id, isKnownById: true as const };
    dossier.links.push({ ...known, own: ownDecision(own, decided, told), told });
    Object.assign(dossier, looseLinkFields(dossier.links).set);
  };
  link('BELARUS', 'RUSSIA');
  link('RUSSIA', 'BELARUS');
}
