import { type Agency, agencyNames } from '../../identity/agencies.ts';
import type { DossierRecord } from '../../subgraphs/agency/dossiers/record.ts';
import { type LinkDecision, samePersonAs } from '../../subgraphs/agency/links/record.ts';
import type { Random } from './random.ts';
import { momentBetween, reference } from './time.ts';

/** One thing for each agency. */
export type PerAgency<T> = Record<Agency, T>;

/** What the agencies have decided of a pair: both SAME, both DIFFERENT, or only one has spoken. */
export type Relation = 'SAME' | 'DIFFERENT' | 'UNVERIFIED';

/** Each agency's own decision of a pair of dossiers, made after both were opened. */
export function decisionsOn(
  pair: PerAgency<DossierRecord>,
  relation: Relation,
  proposer: Agency,
  random: Random,
): PerAgency<LinkDecision> {
  const bothOpened = new Date(Math.max(...agencyNames.map((agency) => pair[agency].createdAt.getTime())));
  const proposedAt = momentBetween(random, bothOpened, reference);
  const answeredAt = momentBetween(random, proposedAt, reference);
  const decision = relation === 'DIFFERENT' ? 'DIFFERENT' : 'SAME';
  const answer: LinkDecision =
    relation === 'UNVERIFIED' ? { decision: 'NONE' } : { decision, decidedAt: answeredAt };
  const decisionOf = (agency: Agency): LinkDecision =>
    agency === proposer ? { decision, decidedAt: proposedAt } : answer;
  return { BELARUS: decisionOf('BELARUS'), RUSSIA: decisionOf('RUSSIA') };
}

/** Writes the pair into both dossiers: each agency's own decision is what the other was told. */
export function linkDossiers(pair: PerAgency<DossierRecord>, decisions: PerAgency<LinkDecision>): void {
  const link = (own: Agency, foreign: Agency) => {
    const dossier = pair[own];
    const { _id } = pair[foreign];
    dossier.links.push({ agency: foreign, dossier: _id, own: decisions[own], told: decisions[foreign] });
    const same = samePersonAs(dossier.links);
    if (same) dossier.samePersonAs = same;
  };
  link('BELARUS', 'RUSSIA');
  link('RUSSIA', 'BELARUS');
}
