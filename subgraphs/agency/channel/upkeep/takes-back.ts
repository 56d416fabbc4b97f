import type { InboxRecord } from '../stores/inbox-record.ts';
import { readEvent } from '../wire/channel-event.ts';

const always: readonly string[] = [
  'concord.release.recalled.v1',
  'concord.dossier.withdrawn.v1',
  'concord.request.withdrawn.v1',
  'concord.officer.suspended.v2',
];

/**
 * Tells whether a message takes back something that this agency was given: if one officer could dismiss it alone, what the
 * other agency has withdrawn would go on here. A message whose content cannot be read counts as one.
 */
export function takesBack({ type, event }: Pick<InboxRecord, 'type' | 'event'>): boolean {
  if (always.includes(type)) return true;
  if (type !== 'concord.link.decided.v1') return false;
  const data = readEvent(event)?.data;
  return data === undefined || data.decision === 'NONE' || data.hasEnded === true;
}
