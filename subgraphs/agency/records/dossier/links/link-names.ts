import { createHash } from 'node:crypto';
import type { Agency } from '../../../../../terms/agencies.ts';
import type { Link, LinkProposal, OwnLinkDecision } from '../link.ts';
import { answerDue, hasLapsed } from './days-to-answer.ts';
import { linkAt } from './link-at.ts';

/**
 * Names by which the other dossier of a pair is known here: its id, and the references of hits that its owner gave for it. Two
 * names mean one dossier when its owner says so; nobody else knows.
 */
export interface Names {
  agency: Agency;
  dossier?: string;
  references?: readonly string[];
}

/** The hash that is kept of a name whose dossier is no more. */
export const hashOfName = (name: string): string => createHash('sha256').update(name).digest('base64url');

/** True if a link is with the dossier that these names belong to. */
export function isOf(link: Link, { agency, dossier, references = [] }: Names): boolean {
  if (link.agency !== agency) return false;
  if (link.ended !== undefined)
    return [dossier, ...references].some((name) => name !== undefined && hashOfName(name) === link.ended);
  const isNamed = dossier !== undefined && link.dossier === dossier;
  return isNamed || references.some((reference) => link.references?.includes(reference));
}

/** All links of a pair: more than one until it is known that they are. */
export const linksOf = (links: readonly Link[], names: Names): Link[] =>
  links.filter((link) => isOf(link, names));

/** True if its names belong to another dossier than the link's, although they were said to be of one. */
export const isOfAnother = (link: Link, { dossier }: Names): boolean =>
  link.dossier !== undefined && dossier !== undefined && link.dossier !== dossier;

export const newLink = ({ agency, dossier, references }: Names): Link => ({
  agency,
  ...(dossier !== undefined && { dossier }),
  ...(references?.length && { references: [...references] }),
  own: { decision: 'NONE' },
  told: { decision: 'NONE' },
});

/** A hit is for one case and thirty days: more names of one pair would be no work of people. */
export const mostNames = 20;

/** Each once, the latest last, and of too many the latest. */
export const withName = (names: readonly string[], name: string): string[] =>
  [...names.filter((one) => one !== name), name].slice(-mostNames);

const both = (one: readonly string[] = [], other: readonly string[] = []): string[] =>
  other.reduce(withName, [...one]);

const timeOf = ({ decidedAt }: OwnLinkDecision): number => decidedAt?.getTime() ?? 0;

const newest = (proposals: readonly (LinkProposal | undefined)[]): LinkProposal | undefined =>
  proposals
    .flatMap((proposal) => proposal ?? [])
    .sort((one, other) => other.proposedAt.getTime() - one.proposedAt.getTime())[0];

/**
 * The own decision on a pair that was decided on under two names: the later one counts, also where it took the decision back. Where both are
 * in force and contradict each other, DIFFERENT stands, so that nobody is joined against it, and SAME waits to be looked at again: it comes
 * into force once DIFFERENT was withdrawn, as everywhere.
 */
function ownOf(one: OwnLinkDecision, other: OwnLinkDecision): OwnLinkDecision {
  const [later, earlier] = timeOf(one) > timeOf(other) ? [one, other] : [other, one];
  const waiting = newest([one.proposal, other.proposal]);
  const different = [later, earlier].find(({ decision }) => decision === 'DIFFERENT');
  const same = [later, earlier].find(({ decision }) => decision === 'SAME');
  if (different && same) {
    const { proposal: _own, ...stands } = different;
    const { countersignedBy: _, ...again } = same.grounds ?? {};
    const proposal = 'decision' in again ? again : waiting;
    const waits = proposal?.decision === 'SAME' && { proposal: { ...proposal, needsReview: true as const } };
    return { ...stands, ...waits };
  }
  const { proposal: _, ...decided } = later;
  const isOpen = waiting && waiting.decision !== decided.decision;
  return { ...decided, ...(isOpen && { proposal: waiting }) };
}

/** Two links that turn out to be of one pair, as one. */
function joined(one: Link, other: Link, at: Date): Link {
  const own = ownOf(one.own, other.own);
  const told = (one.told.number ?? 0) >= (other.told.number ?? 0) ? one.told : other.told;
  const dossier = one.dossier ?? other.dossier;
  const [references, knownAs] = [both(one.references, other.references), both(one.knownAs, other.knownAs)];
  const waits = own.decision !== 'NONE' && told.decision === 'NONE';
  const lapses = [one.lapsesAt, other.lapsesAt].flatMap((date) => date?.getTime() ?? []);
  return {
    agency: one.agency,
    ...(dossier !== undefined && { dossier }),
    ...(references.length > 0 && { references }),
    ...(knownAs.length > 0 && { knownAs }),
    ...((one.isKnownById || other.isKnownById) && { isKnownById: true }),
    own,
    told,
    ...(waits && { lapsesAt: lapses.length > 0 ? new Date(Math.min(...lapses)) : answerDue(at) }),
  };
}

/**
 * All links of one pair, at a moment, as one.
 * @returns and whether the other agency must be told what the decision is now: it was told of several, or one has lapsed
 */
export function oneLinkOf(links: readonly [Link, ...Link[]], at: Date): { link: Link; tells: boolean } {
  const [first, ...others] = links.map((link) => linkAt(link, at)) as [Link, ...Link[]];
  const isOfSeveral = links.filter(({ own }) => own.decidedAt !== undefined).length > 1;
  return {
    link: others.reduce((one, other) => joined(one, other, at), first),
    tells: links.some((link) => hasLapsed(link, at)) || isOfSeveral,
  };
}

/** The name by which an officer's step would name the other side of a link; undefined where there is nothing to name it by. */
export const nameOfLink = ({
  dossier,
  references,
}: Pick<Link, 'dossier' | 'references'>): string | undefined => dossier ?? references?.at(-1);
