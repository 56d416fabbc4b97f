import type { CheckedGroup } from '../checks/check-group.ts';
import { earliest } from '../dossiers/values-of.ts';
import { type Author, entryOf } from '../dossiers/writing/step.ts';
import { contentOf, type NewGroup } from './new-group.ts';
import type { GroupRecord } from './record.ts';

/** A group with what an officer says of it now, and the line of its history that keeps what was said before. */
export function amendGroup(
  before: GroupRecord,
  { provenance, ...given }: CheckedGroup,
  author: Author,
): NewGroup {
  const version = before.version + 1;
  const heldUntil = earliest([
    before.provenance.retainUntil,
    ...(before.heldUntil ? [before.heldUntil] : []),
  ]);
  const group: GroupRecord = {
    ...before,
    ...given,
    provenance: { ...provenance, recordedAt: author.at, contested: false },
    version,
    updatedAt: author.at,
    nextErasure: earliest([provenance.retainUntil, heldUntil]),
    heldUntil,
  };
  const [gone, now] = [contentOf(before), contentOf(group)];
  return {
    group,
    entry: entryOf(author, version, 'AMEND', [
      { field: gone.field, value: gone.value, before: gone.content },
      { field: now.field, value: now.value, after: now.content },
    ]),
  };
}
