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

/** A pair as a message finds it among a dossier's links. */
interface FoundPair {
  names: Names;
  /** Its links, by all names that it has here; none of one that is new. */
  found: Link[];
  /** All these as one link. */
  before: Link;
  /** True where the other agency must learn that they are one. */
  isJoinedToTell: boolean;
  /** The dossier's other links, with room for this one. */
  others: Link[];
}

/** @returns undefined where the message changes nothing of any pair */
function pairOf(dossier: Dossier, told: Told, at: Date): FoundPair | { refused: ToldRefusal } | undefined {
  const { from, number } = told;
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
  const [first, ...further] = found;
  // Of a pair that was never named here, and not by what could name it again.
  if (!first && told.dossier === undefined) return undefined;
  const rest = dossier.links.filter((link) => !found.includes(link));
  const others = first ? rest : withRoom(rest, from, told.decision);
  if (!others) return { refused: 'TOO_MANY' };
  if (!first) {
    const before = newLink({ agency: from, ...(told.dossier && { dossier: told.dossier }) });
    return { names, found, before, isJoinedToTell: false, others };
  }
  const { link: before, tells: isJoinedToTell } = oneLinkOf([first, ...further], at);
  return { names, found, before, isJoinedToTell, others };
}

const hitOf = ({ about }: Told): string | undefined => ('reference' in about ? about.reference : undefined);

/** The pair with the names that the message has for it. */
function withNames(before: Link, told: Told): Link {
  const hit = hitOf(told);
  return {
    ...before,
    ...(told.dossier !== undefined && { dossier: told.dossier }),
    ...(hit === undefined ? { isKnownById: true } : { knownAs: withName(before.knownAs ?? [], hit) }),
  };
}

/** The other dossier is no more: what is left of the pair, and a history that says nothing of it. */
function endedChanges({ names, found, before, others }: FoundPair, told: Told, at: Date): LinkChanges {
  const named = withNames(before, told);
  const name = named.dossier ?? named.references?.at(-1) ?? '';
  return {
    links: [...others, ended(named, names, name, told.number, at)],
    messages: [],
    changes: [{ field: 'links' }],
    forgets: { rewrite: forgetting(found) },
    ...(found.every(isToldOnly) && { isQuiet: true }),
  };
}

/** True where the other agency names the pair by a hit that it has not used before, or not with this decision. */
const isByNewHit = (before: Link, told: Told): boolean => {
  const hit = hitOf(told);
  return hit !== undefined && !(before.knownAs?.includes(hit) && before.told.decision === told.decision);
};

/** True where the other agency must be told this pair's own decision again, now that it has told its own. */
function mustBeTold({ found, before }: FoundPair, link: Link, told: Told): boolean {
  // By a hit that is new to the pair; or by the id, which it was not told.
  const isNewName = hitOf(told) === undefined ? !before.isKnownById : isByNewHit(before, told);
  const wasSame = found.some((each) => linkState(each) === 'SAME');
  // Only now may the other agency learn the id of the dossier that it has named by a hit.
  const isNamed = linkState(link) === 'SAME' && !wasSame && link.knownAs !== undefined;
  // Where it has decided by several names, it must learn that our decision is on all of them.
  return isNamed || ((isNewName || found.length > 1) && link.own.decision !== 'NONE');
}

/**
 * Applies another agency's message on one link to a dossier's links: the pair is found by all names that it has here,
 * and is one link from then on.
 * @returns undefined where it changes nothing
 */
export function toldOf(
  dossier: Dossier,
  told: Told,
  at: Date,
): LinkChanges | { refused: ToldRefusal } | undefined {
  const pair = pairOf(dossier, told, at);
  if (!pair || 'refused' in pair) return pair;
  if (told.hasEnded) return endedChanges(pair, told, at);
  const { found, before, others, isJoinedToTell } = pair;
  const { number, decision, decidedAt, isInReview } = told;
  const event = { kind: 'TOLD', at, number, decision, ...(decidedAt && { decidedAt }) } as const;
  const result = transition(withNames(before, told), { ...event, ...(isInReview && { isInReview }) });
  if (!('link' in result)) return undefined;
  const tellsThis = result.tells || isJoinedToTell || mustBeTold(pair, result.link, told);
  const link = tellsThis ? asTold(result.link) : result.link;
  const tellsToo = isByNewHit(before, told) ? others.filter((other) => mustTellAgain(other, link)) : [];
  const [first] = found;
  const links = first
    ? dossier.links.flatMap((each) => (each === first ? [link] : found.includes(each) ? [] : [each]))
    : [...others, link];
  const own = { _id: dossier._id, links };
  return {
    links,
    messages: [...(tellsThis ? [link] : []), ...tellsToo].map((each) => linkMessage(own, each, at)),
    changes: [
      { field: 'links', ...(first && { before: JSON.stringify(found) }), after: JSON.stringify(link) },
    ],
    ...(found.length <= 1 && isSameToOfficers(first, link) && { isQuiet: true }),
  };
}
