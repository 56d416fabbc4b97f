import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { caseProblems } from '../../records/checks/check-cases.ts';
import { type CheckedInput, readDossierInput } from '../../records/checks/check-dossier.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { newDossier } from '../../records/dossier/steps/new-dossier.ts';
import type { NodeIdOf } from '../../records/formats/text/node-id.ts';
import type { Recording } from '../../storage/database/insert-new.ts';
import type { GroupImportStore } from '../../storage/stores/group-import-store.ts';
import type { GroupStore } from '../../storage/stores/group-store.ts';
import type { ImportStore } from '../../storage/stores/import-store.ts';
import { knownGroups, unknownGroups } from '../known-groups.ts';
import { withGroupIds } from './groups-by-key.ts';
import { compared, type Importer, importFingerprint, importRequest, type Planned } from './import-once.ts';

/** A dossier from elsewhere, under the key that names it there. */
export interface GivenDossier {
  key: string;
  dossier: unknown;
}

/** The stores that an import of dossiers reads and writes. */
export interface ImportStores {
  imports: ImportStore<DossierRecord>;
  groups: Pick<GroupStore, 'byIds'> & GroupImportStore;
  /** Names what dossiers share. */
  nodeIdOf: NodeIdOf;
}

/**
 * Decides on dossiers as `recordDossier` does, with the same checks and the same history; those that are known already are
 * compared and not checked again. A group may be named by the key that it was imported under.
 * @param given no key twice
 */
export async function planImport(
  { agency, criminalCode, provisions, retention }: AgencyDefinition,
  { imports, groups, nodeIdOf }: ImportStores,
  { by, mandate }: Importer,
  given: readonly GivenDossier[],
  at: Date,
): Promise<Planned<DossierRecord>[]> {
  const before = await imports.fingerprints(given.map(({ key }) => importRequest(key)));
  const isKnown = ({ key }: GivenDossier) => before.has(importRequest(key));
  const found = await withGroupIds(
    groups,
    given.map((each) => (isKnown(each) ? undefined : each.dossier)),
  );
  const requests = given.map((each, index) => {
    const { dossier, inOwnWords } = found[index] ?? {
      dossier: each.dossier,
      inOwnWords: (problems) => [...problems],
    };
    const read = isKnown(each)
      ? undefined
      : readDossierInput(dossier, { criminalCode, provisions, retention, today: at, nodeIdOf });
    return {
      key: each.key,
      fingerprint: importFingerprint('recordDossier', each.dossier),
      known: before.get(importRequest(each.key)),
      read: read && 'problems' in read ? { problems: inOwnWords(read.problems) } : read,
    };
  });
  const inputs = requests.flatMap(({ read }) => (read && 'input' in read ? [read.input] : []));
  const known = await knownGroups(groups, inputs);

  const recordingOf = (input: CheckedInput, key: string, fingerprint: string): Recording<DossierRecord> => {
    const under = { ...mandate, case: mandate.case ?? input.cases[0] };
    const author = { by, mandate: under, at, idempotency: { key, fingerprint } };
    const { dossier, entry } = newDossier(agency, input, author);
    return { record: { ...dossier, recordedWith: importRequest(key) }, entry };
  };
  return requests.map(({ key, fingerprint, known: recorded, read }): Planned<DossierRecord> => {
    if (!read) return { fingerprint, plan: compared(recorded, fingerprint) };
    if ('problems' in read) return { fingerprint, plan: read };
    // Its cases are those of the file: no officer's token names them.
    const problems = [...caseProblems(read.input.cases, agency), ...unknownGroups(read.input, known)];
    if (problems.length > 0) return { fingerprint, plan: { problems } };
    return { fingerprint, plan: recordingOf(read.input, key, fingerprint) };
  });
}
