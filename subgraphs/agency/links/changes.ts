import type { Message } from '../channel/message.ts';
import type { DossierRecord, HistoryChange } from '../dossiers/record.ts';
import type { Step } from '../dossiers/writing/step.ts';
import { linkMessage } from './messages.ts';
import { type Link, samePersonAs } from './record.ts';
import { type LinkEvent, type LinkRefusal, transition } from './transition.ts';

/** What becomes of a dossier's links, and what the other agencies are told of it, all in one write. */
export interface LinkChanges {
  links: Link[];
  messages: Message[];
  changes: HistoryChange[];
}

const changeOf = (before: Link | undefined, after: Link): HistoryChange => ({
  field: 'links',
  ...(before && { before: JSON.stringify(before) }),
  after: JSON.stringify(after),
});

/** One link of a dossier becomes something else; undefined for an event that changes nothing. */
export function changeLink(
  dossier: Pick<DossierRecord, '_id' | 'links'>,
  link: Link,
  event: LinkEvent,
): LinkChanges | { refused: LinkRefusal } | undefined {
  const result = transition(link, event);
  if ('nothing' in result) return undefined;
  if ('refused' in result) return result;
  const isNew = !dossier.links.includes(link);
  const hasEnded = event.kind === 'END';
  return {
    links: isNew
      ? [...dossier.links, result.link]
      : dossier.links.map((one) => (one === link ? result.link : one)),
    messages: result.tells ? [linkMessage(dossier._id, result.link, event.at, hasEnded)] : [],
    changes: [changeOf(isNew ? undefined : link, result.link)],
  };
}

/** The same event happens to every link of a dossier; undefined when it changes none. */
export function changeEveryLink(
  dossier: Pick<DossierRecord, '_id' | 'links'>,
  event: Extract<LinkEvent, { kind: 'REOPEN' | 'LAPSE' | 'END' }>,
): LinkChanges | undefined {
  const all: LinkChanges = { links: [...dossier.links], messages: [], changes: [] };
  for (const link of dossier.links) {
    const changed = changeLink({ _id: dossier._id, links: all.links }, link, event);
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
  const { set, unset } = linkFields(follows.links);
  return {
    set: { ...step.set, ...set },
    unset: [...step.unset, ...unset],
    entry: { ...step.entry, changes: [...step.entry.changes, ...follows.changes] },
    messages: [...(step.messages ?? []), ...follows.messages],
  };
}

/**
 * The fields of a dossier that its links are written in. What follows from them is written with them.
 * @throws RangeError as of `samePersonAs`
 */
export function linkFields(links: Link[]): {
  set: Pick<DossierRecord, 'links' | 'samePersonAs'>;
  unset: 'samePersonAs'[];
} {
  const same = samePersonAs(links);
  return same
    ? { set: { links, samePersonAs: same }, unset: [] }
    : { set: { links }, unset: ['samePersonAs'] };
}
