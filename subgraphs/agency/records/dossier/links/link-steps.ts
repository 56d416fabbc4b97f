import type { HistoryAction, LinkVerdict, LinkWithdrawal } from '../../../../../terms/enums.ts';
import { refuse } from '../../problem.ts';
import type { DossierRecord } from '../dossier-record.ts';
import type { Link, LinkEvidence } from '../link.ts';
import { obstacleAbroad } from '../obstacle-abroad.ts';
import { type Author, entryOf, type StepResult } from '../step.ts';
import { linkAt } from './link-at.ts';
import { changeLink, type LinkChanges, linkFields } from './link-changes.ts';
import { isOf, linksOf, type Names, newLink } from './link-names.ts';
import { isToldOnly, mostToldOnly } from './link-state.ts';
import type { LinkEvent, LinkRefusal } from './link-transition.ts';
import { linkedWith } from './linked-with.ts';

const reasons: Record<LinkRefusal, string> = {
  ALREADY_PROPOSED:
    'A proposal on this pair already waits for a countersignature: have it countersigned or withdrawn.',
  ALREADY_DECIDED: 'Your agency has already decided this.',
  DECIDED_DIFFERENT:
    'One of the agencies has decided that these are two persons: the pair cannot be proposed again unless that agency withdraws its decision.',
  NOT_PROPOSED: 'No proposal on this pair waits: it may have been countersigned, or withdrawn.',
  SAME_OFFICER: 'You proposed this link, so you cannot countersign it: ask another supervisor.',
  CHANGED_BY_YOU:
    'You have changed the data that this link stands on since it was proposed, so you cannot countersign it: ask another supervisor.',
  NOT_DECIDED:
    'Your agency has no decision on this pair in force. `of: PROPOSAL` withdraws what is only proposed.',
};

/** The step that changes a dossier's links. */
export function stepWithLinks(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  { links, messages, changes, forgets }: LinkChanges,
): StepResult {
  const fields = linkFields(links);
  if (fields === 'THIRD_PERSON') return joinsThirdPerson;
  const { set, unset } = fields;
  const version = dossier.version + 1;
  return {
    step: {
      set: { ...set, version, updatedAt: author.at },
      unset,
      entry: entryOf(author, version, action, changes),
      messages,
      ...(forgets && { forgets }),
    },
  };
}

const problem = (...refusal: Parameters<typeof refuse>): StepResult => refuse(...refusal);

/** The link that an officer means; one that has ended is nobody’s to name. */
const meant = (dossier: DossierRecord, foreign: Names) =>
  linksOf(dossier.links, foreign).find(({ ended }) => ended === undefined);

/** The proposal on a pair that waits. */
export const proposalOn = (dossier: DossierRecord, foreign: Names) => meant(dossier, foreign)?.own.proposal;

/** True where the decision in force is SAME, and a proposal of DIFFERENT waits. Countersigning it parts two persons. */
export function partsPersons(dossier: DossierRecord, foreign: Names, at: Date): boolean {
  const link = meant(dossier, foreign);
  const own = link && linkAt(link, at).own;
  return own?.decision === 'SAME' && own.proposal?.decision === 'DIFFERENT';
}

function onLink(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  foreign: Names,
  event: LinkEvent,
): StepResult {
  const link = meant(dossier, foreign) ?? newLink(foreign);
  const changed = changeLink(dossier, link, event);
  if (!changed) throw new Error('an officer’s step changes nothing');
  if ('refused' in changed) {
    const { refused } = changed;
    const code = refused === 'CHANGED_BY_YOU' ? 'SAME_OFFICER' : refused;
    return problem(code, reasons[refused], 'foreign');
  }
  return stepWithLinks(dossier, author, action, changed);
}

/** More of one agency’s own would be no work of people. */
export const mostLinks = 100;

/** Answers to the other agency's decisions are possible beyond that, up to as many again as it may tell of. */
export const mostAnswered = mostLinks + mostToldOnly;

/** The links with an agency's dossiers that are decided on as SAME, also those that are being looked at again. */
const standing = (links: DossierRecord['links'], agency: Names['agency'], at: Date) => {
  const isInReview = ({ own: { proposal } }: DossierRecord['links'][number]) =>
    proposal?.decision === 'SAME' && proposal.needsReview;
  return [
    ...linkedWith(links, agency, at),
    ...links.filter((link) => link.agency === agency && link.ended === undefined && isInReview(link)),
  ];
};

/**
 * True where a decision would go against one in force: a person has one dossier at each agency, so another one cannot be SAME. And what
 * is named by a hit alone may be the very dossier that is linked: to call it DIFFERENT would part the two unseen.
 */
const contradicts = (
  dossier: DossierRecord,
  foreign: Names,
  decision: LinkVerdict | undefined,
  at: Date,
): boolean =>
  standing(dossier.links, foreign.agency, at).some(
    (link) =>
      !isOf(link, foreign) &&
      (decision === 'SAME' || link.dossier === undefined || foreign.dossier === undefined),
  );

/** The refusal of a step that would join a person with two dossiers of one agency. */
export const joinsThirdPerson = refuse(
  'ALREADY_LINKED',
  'One of the two dossiers is already linked to another one, and a person has one dossier at each agency. Withdraw that link first.',
  'foreign',
);

/** A link of which no decision or proposal of this agency stands takes none of its places. */
const isWithdrawn = ({ own }: Link): boolean => own.decision === 'NONE' && own.proposal === undefined;

export function propose(
  dossier: DossierRecord,
  author: Author,
  foreign: Names,
  proposed: { decision: LinkVerdict; reason: string; evidence: LinkEvidence },
): StepResult {
  const obstacle = obstacleAbroad(dossier);
  if (obstacle) return obstacle;
  const own = dossier.links.filter((link) => !isToldOnly(link) && !isWithdrawn(link));
  const link = meant(dossier, foreign);
  const most = link ? mostAnswered : mostLinks;
  if (own.length >= most && !(link && own.includes(link)))
    return problem('TOO_MANY', `A dossier has at most ${most} links of its agency’s own.`, 'dossier');
  // Nobody could countersign it, and the officer may read all that says so: it is the own half alone.
  if (contradicts(dossier, foreign, proposed.decision, author.at)) return joinsThirdPerson;
  const event = { kind: 'PROPOSE', by: author.by, at: author.at, ...proposed } as const;
  return onLink(dossier, author, 'PROPOSE_LINK', foreign, event);
}

/** The countersignature of another officer than the proposer, so that no one person joins two dossiers. */
export function countersign(dossier: DossierRecord, author: Author, foreign: Names): StepResult {
  const obstacle = obstacleAbroad(dossier);
  if (obstacle) return obstacle;
  const decision = meant(dossier, foreign)?.own.proposal?.decision;
  if (decision && contradicts(dossier, foreign, decision, author.at)) return joinsThirdPerson;
  const event = { kind: 'COUNTERSIGN', by: author.by, at: author.at } as const;
  return onLink(dossier, author, 'COUNTERSIGN_LINK', foreign, event);
}

/** Takes a decision, or a proposal, back at once. */
export function withdraw(
  dossier: DossierRecord,
  author: Author,
  foreign: Names,
  { of, reason }: { of: LinkWithdrawal; reason: string },
): StepResult {
  const result = onLink(dossier, author, 'WITHDRAW_LINK', foreign, { kind: 'WITHDRAW', at: author.at, of });
  if (!('step' in result)) return result;
  const { step } = result;
  const changes = step.entry.changes.map((change) => ({ ...change, reason }));
  return { step: { ...step, entry: { ...step.entry, changes } } };
}
