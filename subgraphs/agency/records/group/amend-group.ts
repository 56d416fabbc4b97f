import type { HistoryAction } from '../../../../terms/enums.ts';
import type { OpenUntil } from '../dossier/countersigning/seen-abroad.ts';
import { once } from '../dossier/counts.ts';
import { type Author, entryOf } from '../dossier/step.ts';
import { earliest } from '../values/values-of.ts';
import type { CheckedGroup } from './check-group.ts';
import { groupAbroad } from './group-abroad.ts';
import type { GroupRecord, Vouched } from './group-record.ts';
import { contentOf, type NewGroup } from './new-group.ts';

const latest = (one: Date, other: Date): Date => (one > other ? one : other);

/**
 * A group at its next version, and the line of its history that keeps what was said before.
 * @param changed its content; with what other agencies go on reading, where it waits for a countersignature
 */
export function nextVersion(
  { vouched: _, ...before }: GroupRecord,
  changed: Pick<GroupRecord, 'kind' | 'name' | 'provenance' | 'vouched'>,
  author: Author,
  action: HistoryAction,
  reason?: string,
): NewGroup {
  const version = before.version + 1;
  const heldUntil = earliest([
    before.provenance.retainUntil,
    ...(before.heldUntil ? [before.heldUntil] : []),
  ]);
  const group: GroupRecord = {
    ...before,
    ...changed,
    version,
    updatedAt: author.at,
    nextErasure: earliest([changed.provenance.retainUntil, heldUntil]),
    heldUntil,
  };
  const [gone, now] = [contentOf(before), contentOf(group)];
  return {
    group,
    entry: entryOf(author, version, action, [
      { field: gone.field, value: gone.value, before: gone.content },
      { field: now.field, value: now.value, after: now.content, ...(reason !== undefined && { reason }) },
    ]),
  };
}

/** The most groups that an officer amends in a day: each waits for somebody to countersign it. */
const mostAmendedADay = 20;

/** The content of a group that other agencies read, if they read any. */
function vouchedOf(group: GroupRecord, openUntil: OpenUntil): Vouched | undefined {
  const seen = groupAbroad(group, openUntil);
  if (!seen) return undefined;
  const { unsigned: _, ...provenance } = seen.provenance;
  return { kind: seen.kind, name: seen.name, provenance, version: seen.version };
}

/**
 * A group with what an officer says of it now. It waits for another one's countersignature, whatever of it is new, and until then other
 * agencies read it as they did before. It is kept as long as before at least: a shorter time would let one officer erase it with its history.
 * @param openUntil see `isSeenAbroad`
 */
export function amendGroup(
  before: GroupRecord,
  { provenance, ...given }: CheckedGroup,
  author: Author,
  openUntil: OpenUntil,
): NewGroup {
  const { by, at } = author;
  const vouched = vouchedOf(before, openUntil);
  const retainUntil = latest(before.provenance.retainUntil, provenance.retainUntil);
  const recorded = { ...provenance, retainUntil, recordedAt: at, contested: false, unsigned: { by, at } };
  return {
    ...nextVersion(before, { ...given, provenance: recorded, ...(vouched && { vouched }) }, author, 'AMEND'),
    counts: { amended: once(mostAmendedADay) },
  };
}
