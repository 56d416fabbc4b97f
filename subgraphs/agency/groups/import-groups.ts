import { readGroupInput } from '../checks/check-group.ts';
import type { AgencyDefinition } from '../definition.ts';
import {
  compared,
  type Decided,
  type Importer,
  importFingerprint,
  importRequest,
} from '../dossiers/writing/import-once.ts';
import type { GroupImportStore } from './import-store.ts';
import { newGroup } from './new-group.ts';
import type { GroupRecord } from './record.ts';

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
export async function decideGroupImport(
  { agency, retention }: AgencyDefinition,
  groups: GroupImportStore,
  { by, mandate }: Importer,
  given: readonly GivenGroup[],
  at: Date,
): Promise<Decided<GroupRecord>[]> {
  const before = await groups.fingerprints(given.map(({ key }) => importRequest(key)));
  return given.map(({ key, group }): Decided<GroupRecord> => {
    const fingerprint = importFingerprint('recordGroup', group);
    const request = importRequest(key);
    if (before.has(request)) return { fingerprint, decision: compared(before.get(request), fingerprint) };
    const read = readGroupInput(group, { today: at, retention });
    if ('problems' in read) return { fingerprint, decision: read };
    const author = { by, mandate, at, idempotency: { key, fingerprint } };
    const { group: record, entry } = newGroup(agency, read.group, author);
    return { fingerprint, decision: { record: { ...record, recordedWith: request }, entry } };
  });
}
