import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { readGroupInput } from '../../records/group/check-group.ts';
import type { GroupRecord } from '../../records/group/group-record.ts';
import { newGroup } from '../../records/group/new-group.ts';
import type { GroupImportStore } from '../../storage/stores/group-import-store.ts';
import { compared, type Importer, importFingerprint, importRequest, type Planned } from './import-once.ts';

/** A group from elsewhere, under the key that names it there; dossiers name it by that too. */
export interface GivenGroup {
  key: string;
  group: unknown;
}

/**
 * Decides on groups as `recordGroup` does, with the same checks; those that are known already are compared and not checked
 * again.
 * @param given no key twice
 */
export async function planGroupImport(
  { agency, retention }: AgencyDefinition,
  groups: GroupImportStore,
  { by, mandate }: Importer,
  given: readonly GivenGroup[],
  at: Date,
): Promise<Planned<GroupRecord>[]> {
  const before = await groups.fingerprints(given.map(({ key }) => importRequest(key)));
  return given.map(({ key, group }): Planned<GroupRecord> => {
    const fingerprint = importFingerprint('recordGroup', group);
    const request = importRequest(key);
    if (before.has(request)) return { fingerprint, plan: compared(before.get(request), fingerprint) };
    const read = readGroupInput(group, { today: at, retention });
    if ('problems' in read) return { fingerprint, plan: read };
    const author = { by, mandate, at, idempotency: { key, fingerprint } };
    const { group: record, entry } = newGroup(agency, read.group, author);
    return { fingerprint, plan: { record: { ...record, recordedWith: request }, entry } };
  });
}
