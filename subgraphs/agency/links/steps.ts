import { type Agency, ownerOf } from '../../../identity/agencies.ts';
import { refuse } from '../checks/problem.ts';
import type { DossierRecord, HistoryAction } from '../dossiers/record.ts';
import { isCleared } from '../dossiers/values/conduct.ts';
import { type Author, type Decision, entryOf } from '../dossiers/writing/step.ts';
import { changeLink, type LinkChanges, linkFields } from './changes.ts';
import type { Link, LinkEvidence, LinkVerdict } from './record.ts';
import type { LinkEvent, LinkRefusal } from './transition.ts';

/** The other dossier of a pair, as an officer names it: by its id, or by a hit. */
export type ForeignDossier = { agency: Agency; dossier: string } | { agency: Agency; reference: string };

const reasons: Record<LinkRefusal, string> = {
  ALREADY_PROPOSED: 'A decision on this pair waits for its countersignature: have that signed or withdrawn.',
  ALREADY_DECIDED: 'Your agency has decided so before.',
  NOT_PROPOSED: 'There is no proposal on this pair to countersign: it may have been withdrawn.',
  SAME_OFFICER: 'Who proposes a link does not countersign it: ask another supervisor.',
  NOT_DECIDED: 'Your agency has neither decided nor proposed anything on this pair.',
};

const isOn = (link: Link, foreign: ForeignDossier): boolean =>
  link.agency === foreign.agency &&
  ('dossier' in foreign ? link.dossier === foreign.dossier : link.reference === foreign.reference);

/** The link of a pair, or undefined where nobody has said anything of it yet. */
export const linkOf = (links: readonly Link[], foreign: ForeignDossier): Link | undefined =>
  links.find((link) => isOn(link, foreign));

export const newLink = (foreign: ForeignDossier): Link => ({
  ...foreign,
  own: { decision: 'NONE' },
  told: { decision: 'NONE' },
});

/** A step from what becomes of a dossier's links. */
export function stepWithLinks(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  { links, messages, changes }: LinkChanges,
): Decision {
  const { set, unset } = linkFields(links);
  const version = dossier.version + 1;
  return {
    step: {
      set: { ...set, version, updatedAt: author.at },
      unset,
      entry: entryOf(author, version, action, changes),
      messages,
    },
  };
}

const problem = (...refusal: Parameters<typeof refuse>): Decision => refuse(...refusal);

function onLink(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  foreign: ForeignDossier,
  event: LinkEvent,
): Decision {
  const link = linkOf(dossier.links, foreign) ?? newLink(foreign);
  const changed = changeLink(dossier, link, event);
  if (!changed) throw new Error('an officer’s step changes nothing');
  if ('refused' in changed) return problem(changed.refused, reasons[changed.refused], 'foreign');
  return stepWithLinks(dossier, author, action, changed);
}

/** More would be no work of people. */
const mostLinks = 100;

const closed = problem(
  'DOSSIER_CLOSED',
  'This dossier was closed with its person cleared: it is joined with no other.',
  'dossier',
);

export function propose(
  dossier: DossierRecord,
  author: Author,
  foreign: ForeignDossier,
  proposed: { decision: LinkVerdict; reason: string; evidence: LinkEvidence },
): Decision {
  if (isCleared(dossier)) return closed;
  if (dossier.links.length >= mostLinks && !linkOf(dossier.links, foreign))
    return problem('TOO_MANY', `A dossier has at most ${mostLinks} links.`, 'dossier');
  const event = { kind: 'PROPOSE', by: author.by, at: author.at, ...proposed } as const;
  return onLink(dossier, author, 'PROPOSE_LINK', foreign, event);
}

/** Whether the dossier's person already has his dossier at that agency, or is about to. */
const hasOther = (dossier: DossierRecord, foreign: ForeignDossier): boolean =>
  dossier.links.some(
    (link) => link.agency === foreign.agency && link.own.decision === 'SAME' && !isOn(link, foreign),
  );

export const otherPerson = problem(
  'ALREADY_LINKED',
  'One of the two dossiers is joined with another one: a person has one dossier at each agency. Withdraw that link first.',
  'foreign',
);

/** By another officer than the proposer, so that no one person joins two dossiers. */
export function countersign(dossier: DossierRecord, author: Author, foreign: ForeignDossier): Decision {
  if (isCleared(dossier)) return closed;
  const isSame = linkOf(dossier.links, foreign)?.own.proposal?.decision === 'SAME';
  if (isSame && hasOther(dossier, foreign)) return otherPerson;
  const event = { kind: 'COUNTERSIGN', by: author.by, at: author.at } as const;
  return onLink(dossier, author, 'COUNTERSIGN_LINK', foreign, event);
}

/** Takes a decision, or a proposal, back at once. */
export function withdraw(
  dossier: DossierRecord,
  author: Author,
  foreign: ForeignDossier,
  reason: string,
): Decision {
  const decision = onLink(dossier, author, 'WITHDRAW_LINK', foreign, { kind: 'WITHDRAW', at: author.at });
  if (!('step' in decision)) return decision;
  const { step } = decision;
  const changes = step.entry.changes.map((change) => ({ ...change, reason }));
  return { step: { ...step, entry: { ...step.entry, changes } } };
}

/** The other agency's dossier that a text names; undefined for what names none of another agency's. */
export function foreignNamed(
  text: string,
  own: Agency,
  others: readonly Agency[],
): ForeignDossier | undefined {
  const agency = ownerOf(text);
  if (agency) return agency === own ? undefined : { agency, dossier: text };
  const [other] = others;
  return other && others.length === 1 ? { agency: other, reference: text } : undefined;
}
