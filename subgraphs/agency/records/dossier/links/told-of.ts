import type { Agency } from '../../../../../terms/agencies.ts';
import { erasedFingerprint } from '../../history/erase-from-history.ts';
import type { HistoryEntry } from '../../history/history-entry.ts';
import type { DossierRecord } from '../dossier-record.ts';
import type { Link } from '../link.ts';
import type { LinkChanges } from './link-changes.ts';
import { asTold, type LinkDecidedData, linkMessage } from './link-messages.ts';
import { hashOfName, isOfAnother, linksOf, type Names, newLink, oneLinkOf, withName } from './link-names.ts';
import { isToldOnly, linkState, mostToldOnly } from './link-state.ts';
import { transition } from './link-transition.ts';

/** Another agency's message on a pair, on its way into the dossier that it is about. */
export interface Told extends Omit<LinkDecidedData, 'decidedAt'> {
  from: Agency;
  /** The message's, by which the agencies agree on what is later. */
  number: number;
  decidedAt?: Date;
}

/** The reason why a message on a link cannot be taken. */
export type ToldRefusal = 'OTHER_DOSSIER' | 'TOO_MANY';

type Dossier = Pick<DossierRecord, '_id' | 'links'>;

/**
 * The links, with room for one more that the other agency alone has told of. A dossier holds only so many of these. When it is full, the
 * oldest that was taken back is dropped. If none was, and the new one says SAME, the oldest DIFFERENT is dropped: it joins nobody.
 * @returns undefined when there is no room
 */
function withRoom(
  links: readonly Link[],
  agency: Agency,
  decision: LinkDecidedData['decision'],
): Link[] | undefined {
  const told = links.filter((link) => link.agency === agency && isToldOnly(link));
  if (told.length < mostToldOnly) return [...links];
  const givesWay = decision === 'SAME' ? ['NONE', 'DIFFERENT'] : ['NONE'];
  const [oldest] = told
    .filter((link) => givesWay.includes(link.told.decision))
    .sort(
      (one, other) =>
        givesWay.indexOf(one.told.decision) - givesWay.indexOf(other.told.decision) ||
        (one.told.number ?? 0) - (other.told.number ?? 0),
    );
  return oldest && links.filter((link) => link !== oldest);
}

/** A line of the history without what it says of these pairs, and of why they were decided on. */
function forgetting(links: readonly Link[]): (entry: HistoryEntry) => HistoryEntry {
  const names = links.flatMap(({ dossier, references = [] }) =>
    [dossier, ...references].flatMap((name) => (name === undefined ? [] : JSON.stringify(name))),
  );
  const isOfPair = (text: string | undefined) => names.some((name) => text?.includes(name));
  return (entry) => {
    const isConcerned = entry.changes.some(
      ({ field, before, after }) => field === 'links' && (isOfPair(before) || isOfPair(after)),
    );
    if (!isConcerned) return entry;
    const changes = entry.changes.map((change) =>
      change.field === 'links' ? { field: change.field } : change,
    );
    return { ...entry, changes, idempotency: { ...entry.idempotency, fingerprint: erasedFingerprint } };
  };
}

/** The rest of a link whose other dossier no longer exists: only that there was one. */
function ended({ own }: Link, names: Names, name: string, number: number, at: Date): Link {
  const decidedAt = own.decision === 'NONE' ? own.decidedAt : at;
  return {
    agency: names.agency,
    own: { decision: 'NONE', ...(decidedAt && { decidedAt }) },
    told: { decision: 'NONE', number },
    ended: hashOfName(name),
  };
}

/** True when an officer who has read one link would decide the same on the other. */
const isSameToOfficers = (before: Link | undefined, after: Link): boolean =>
  before === undefined
    ? linkState(after) === 'UNVERIFIED'
    : linkState(before) === linkState(after) && JSON.stringify(before.own) === JSON.stringify(after.own);

/**
 * True when another own decision must be told again, now that the other agency has named the dossier by another hit:
 * one on a hit alone, where both have said SAME, so that it can tell whether the two are one pair. See `namesFor`.
 */
const mustTellAgain = (other: Link, { agency, told }: Link): boolean =>
  other.agency === agency &&
  other.dossier === undefined &&
  other.own.decision === 'SAME' &&
  told.decision === 'SAME';

/**
 * Applies another agency's message on one link to a dossier's links: the pair is found by all names that it has here,
 * and is one link from then on.
 * @returns undefined where it changes nothing
 */
export function toldOf(
  dossier: Dossier,
  { from, about, number, ...told }: Told,
  at: Date,
): LinkChanges | { refused: ToldRefusal } | undefined {
  const names: Names = {
    agency: from,
    ...(told.dossier !== undefined && { dossier: told.dossier }),
    ...(told.knownAs && { references: told.knownAs }),
  };
  const found = linksOf(dossier.links, names);
  // What has ended does not begin again, and what is older than what was told before changes nothing.
  if (found.some((link) => link.ended !== undefined || (link.told.number ?? 0) >= number)) return undefined;
  if (found.some((link) => found.concat(newLink(names)).some((other) => isOfAnother(link, other))))
    return { refused: 'OTHER_DOSSIER' };

  const [first, ...others] = found;
  // Of a pair that was never named here, and not by what could name it again.
  if (!first && told.dossier === undefined) return undefined;
  const one = first && oneLinkOf([first, ...others], at);
  const rest = dossier.links.filter((link) => !found.includes(link));
  const kept = first ? rest : withRoom(rest, from, told.decision);
  if (!kept) return { refused: 'TOO_MANY' };

  const hit = 'reference' in about ? about.reference : undefined;
  const before = one?.link ?? newLink({ agency: from, ...(told.dossier && { dossier: told.dossier }) });
  const named: Link = {
    ...before,
    ...(told.dossier !== undefined && { dossier: told.dossier }),
    ...(hit === undefined ? { isKnownById: true } : { knownAs: withName(before.knownAs ?? [], hit) }),
  };
  if (told.hasEnded) {
    const name = named.dossier ?? named.references?.at(-1) ?? '';
    return {
      links: [...kept, ended(named, names, name, number, at)],
      messages: [],
      changes: [{ field: 'links' }],
      forgets: { rewrite: forgetting(found) },
      ...(found.every(isToldOnly) && { isQuiet: true }),
    };
  }
  const { decision, decidedAt, isInReview } = told;
  const event = { kind: 'TOLD', at, number, decision, ...(decidedAt && { decidedAt }) } as const;
  const result = transition(named, { ...event, ...(isInReview && { isInReview }) });
  if (!('link' in result)) return undefined;
  // By a hit that it has not used before, or not with this decision; or by the id, which it was not told.
  const isNewHit =
    hit !== undefined && !(before.knownAs?.includes(hit) && before.told.decision === told.decision);
  const isNewName = hit === undefined ? !before.isKnownById : isNewHit;
  const wasSame = found.some((each) => linkState(each) === 'SAME');
  // Only now may the other agency learn the id of the dossier that it has named by a hit.
  const isNamed = linkState(result.link) === 'SAME' && !wasSame && result.link.knownAs !== undefined;
  // Where it has decided by several names, it must learn that our decision is on all of them.
  const isJoined = (isNewName || found.length > 1) && result.link.own.decision !== 'NONE';
  const tellsThis = result.tells || one?.tells || isNamed || isJoined;
  const link = tellsThis ? asTold(result.link) : result.link;
  const tellsToo = isNewHit ? kept.filter((other) => mustTellAgain(other, link)) : [];

  const links = first
    ? dossier.links.flatMap((each) => (each === first ? [link] : found.includes(each) ? [] : [each]))
    : [...kept, link];
  const own = { _id: dossier._id, links };
  const tells = [...(tellsThis ? [link] : []), ...tellsToo];
  const isQuiet = found.length <= 1 && isSameToOfficers(first, link);
  return {
    links,
    messages: tells.map((each) => linkMessage(own, each, at)),
    changes: [
      { field: 'links', ...(first && { before: JSON.stringify(found) }), after: JSON.stringify(link) },
    ],
    ...(isQuiet && { isQuiet }),
  };
}
