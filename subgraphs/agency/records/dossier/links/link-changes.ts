import type { HistoryChange } from '../../history/history-entry.ts';
import type { Message } from '../../messages/message.ts';
import type { ValueField } from '../../values/value-kinds.ts';
import type { DossierRecord } from '../dossier-record.ts';
import type { Link } from '../link.ts';
import type { Forgets, Step } from '../step.ts';
import { asTold, endMessage, linkMessage } from './link-messages.ts';
import { samePersonAs } from './link-state.ts';
import { type LinkEvent, type LinkRefusal, transition } from './link-transition.ts';

/** The changes of a dossier's links, and the messages on them to the other agencies, all in one write. */
export interface LinkChanges {
  links: Link[];
  messages: Message[];
  changes: HistoryChange[];
  /** The part that the history must forget. */
  forgets?: Forgets;
  /** It is no step of the dossier: an officer who read the dossier before would decide no otherwise. */
  isQuiet?: true;
}

export type LinkedDossier = Pick<DossierRecord, '_id' | 'version' | 'handlingCode' | 'links'>;

/** Fields by which two dossiers are taken for one person's: when they change, officers review their decision. */
const linkedBy: readonly string[] = ['names', 'birth', 'sex', 'documents'] satisfies ValueField[];

export const isLinkedBy = (fields: readonly string[]): boolean =>
  fields.some((field) => linkedBy.includes(field));

const changeOf = (before: Link | undefined, after: Link): HistoryChange => ({
  field: 'links',
  ...(before && { before: JSON.stringify(before) }),
  after: JSON.stringify(after),
});

/**
 * True when the other agency knows of the dossier, so that it is told of its end: it was told of a decision, or has
 * named it by a hit. An agency that names an id which it was never told would otherwise learn that there was such a
 * dossier.
 */
const isKnownTo = ({ handlingCode }: LinkedDossier, { own, knownAs }: Link): boolean =>
  own.decidedAt !== undefined || (knownAs !== undefined && handlingCode !== 'ORIGINATOR_ONLY');

/** False for a pair on which nobody has said anything that stands, or that was told: a proposal that is withdrawn takes no place among the links. */
const isAboutAnything = ({ own, told, knownAs, ended }: Link): boolean =>
  own.proposal !== undefined ||
  own.decidedAt !== undefined ||
  own.decision !== 'NONE' ||
  told.number !== undefined ||
  knownAs !== undefined ||
  ended !== undefined;

/** One link of a dossier becomes something else; undefined for an event that changes nothing. */
export function changeLink(
  dossier: LinkedDossier,
  link: Link,
  event: LinkEvent,
): LinkChanges | { refused: LinkRefusal } | undefined {
  if (link.ended !== undefined) return undefined;
  const result = transition(link, event);
  if ('nothing' in result) return undefined;
  if ('refused' in result) return result;
  const hasEnded = event.kind === 'END';
  const tells = result.tells && (!hasEnded || isKnownTo(dossier, link));
  const after = tells ? asTold(result.link) : result.link;
  const isNew = !dossier.links.includes(link);
  const changed = isNew
    ? [...dossier.links, after]
    : dossier.links.map((one) => (one === link ? after : one));
  const links = changed.filter((one) => one !== after || isAboutAnything(one));
  const own = { ...dossier, links };
  const message = () => (hasEnded ? endMessage(own, after, event.at) : linkMessage(own, after, event.at));
  return {
    links,
    messages: tells ? [message()] : [],
    changes: [changeOf(isNew ? undefined : link, after)],
  };
}

/** The same event happens to every link of a dossier; undefined when it changes none. */
export function changeEveryLink(
  dossier: LinkedDossier,
  event: Extract<LinkEvent, { kind: 'CLOSE' | 'REOPEN' | 'LAPSE' | 'END' }>,
): LinkChanges | undefined {
  const all: LinkChanges = { links: [...dossier.links], messages: [], changes: [] };
  for (const link of dossier.links) {
    const changed = changeLink({ ...dossier, links: all.links }, link, event);
    if (!changed || 'refused' in changed) continue;
    all.links = changed.links;
    all.messages.push(...changed.messages);
    all.changes.push(...changed.changes);
  }
  return all.changes.length > 0 ? all : undefined;
}

/** A step that does to the dossier's links what follows from it. */
export function withLinks(step: Step, follows: LinkChanges | undefined): Step {
  if (!follows) return step;
  const { set, unset } = looseLinkFields(follows.links);
  return {
    ...step,
    set: { ...step.set, ...set },
    unset: [...step.unset, ...unset],
    entry: { ...step.entry, changes: [...step.entry.changes, ...follows.changes] },
    messages: [...(step.messages ?? []), ...follows.messages],
  };
}

/** The fields of a dossier that its links are written in, and those that follow from them. */
export interface LinkFields {
  set: Pick<DossierRecord, 'links' | 'samePersonAs'>;
  unset: 'samePersonAs'[];
}

/** @returns THIRD_PERSON as of `samePersonAs` */
export function linkFields(links: Link[]): LinkFields | 'THIRD_PERSON' {
  const same = samePersonAs(links);
  if (same === 'THIRD_PERSON') return same;
  return same
    ? { set: { links, samePersonAs: same }, unset: [] }
    : { set: { links }, unset: ['samePersonAs'] };
}

/** The same for links by which decisions only fell, so that they join nobody anew. */
export function looseLinkFields(links: Link[]): LinkFields {
  const fields = linkFields(links);
  if (fields === 'THIRD_PERSON')
    throw new Error('a dossier was linked with two dossiers of one agency before');
  return fields;
}
