import { type Agency, agencies } from '../../../identity/agencies.ts';
import type { CheckedGroup } from '../checks/check-group.ts';
import type { Author } from '../dossiers/writing/step.ts';
import { newGroupId } from '../random-id.ts';
import type { GroupRecord } from './record.ts';

/** A new group, whole, as it is inserted. */
export function newGroup(
  agency: Agency,
  { provenance, ...given }: CheckedGroup,
  { by, at, idempotency }: Author,
): GroupRecord {
  return {
    _id: newGroupId(agencies[agency].idPrefix),
    agency,
    ...given,
    provenance: { ...provenance, recordedAt: at, contested: false },
    version: 1,
    createdAt: at,
    updatedAt: at,
    nextErasure: provenance.retainUntil,
    recordedWith: `${by} ${idempotency.key}`,
    recordedFingerprint: idempotency.fingerprint,
  };
}
