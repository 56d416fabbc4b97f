import { isSeenAbroad, type OpenUntil } from '../dossier/countersigning/seen-abroad.ts';
import type { GroupRecord } from './group-record.ts';

/**
 * A group as other agencies read it: as it was last countersigned, so that no officer takes it from them by amending it alone.
 * @returns undefined for one that nobody has countersigned: it is as if it were not recorded
 */
export function groupAbroad(
  { vouched, ...group }: GroupRecord,
  openUntil: OpenUntil,
): GroupRecord | undefined {
  if (isSeenAbroad(group.provenance, openUntil)) return group;
  return vouched && { ...group, ...vouched };
}
