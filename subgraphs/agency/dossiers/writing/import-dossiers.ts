import type { Mandate } from '../../../../identity/mandate.ts';
import { type CheckedInput, readDossierInput } from '../../checks/check-dossier.ts';
import { type Problem, refuse } from '../../checks/problem.ts';
import { isFields } from '../../checks/text/clean.ts';
import type { AgencyDefinition } from '../../definition.ts';
import type { GroupStore } from '../../groups/store.ts';
import { erasedFingerprint } from '../../retention/erase-history.ts';
import type { DossierRecord } from '../record.ts';
import type { ImportStore } from './import-store.ts';
import { knownGroups, unknownGroups } from './known-groups.ts';
import { newDossier } from './record-step.ts';
import { fingerprintOf } from './step.ts';

/** A dossier from elsewhere, under the key that names it there. */
export interface GivenDossier {
  key: string;
  dossier: unknown;
}

/** Who imports, and under what; without a case each dossier is recorded under its own first one. */
export interface Importer {
  by: string;
  mandate: Pick<Mandate, 'purpose' | 'legalBasis' | 'case'>;
}

/** What became of one: it is recorded now, it was before, or it cannot be. */
export type Imported = 'RECORDED' | 'ALREADY_THERE' | { problems: Problem[] };

/** Where an import reads and writes. */
export interface ImportStores {
  imports: ImportStore;
  groups: Pick<GroupStore, 'byIds'>;
}

/** Below this nothing that was recorded has anything, see `cleanText`. */
const deepest = 6;

/** In an order of its own, and without nulls, which are the same as nothing: neither is a change of what is said. */
function inOrder(value: unknown, depth = 0): unknown {
  if (depth > deepest) return null;
  if (Array.isArray(value)) return value.map((item) => inOrder(item, depth + 1));
  if (!isFields(value)) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([key, field]) => [key, inOrder(field, depth + 1)]));
}

/** The key is the record's, whoever imports it: of two clerks with one file one records it. */
const requestOf = (key: string): string => `import ${key}`;

const reused = () =>
  refuse(
    'KEY_REUSED',
    'This key was imported with another content before: amend that dossier, or give this one a key of its own.',
    'key',
  );

/** What was erased since has no fingerprint any more, and is not to come back. */
const compared = (before: string | undefined, now: string): Imported =>
  before === now || before === erasedFingerprint ? 'ALREADY_THERE' : reused();

/** What is to be done with one: nothing, or its record is to be inserted. */
export interface Decided {
  fingerprint: string;
  decision: Imported | { record: DossierRecord };
}

/**
 * Decides on dossiers as `recordDossier` does, with the same checks and the same history; those that are known already are
 * compared and not checked again.
 * @param given no key twice
 */
export async function decideImport(
  { agency, criminalCode, retention }: AgencyDefinition,
  { imports, groups }: ImportStores,
  { by, mandate }: Importer,
  given: readonly GivenDossier[],
  at: Date,
): Promise<Decided[]> {
  const before = await imports.fingerprints(given.map(({ key }) => requestOf(key)));
  const requests = given.map(({ key, dossier }) => ({
    key,
    fingerprint: fingerprintOf('recordDossier', inOrder(dossier)),
    known: before.get(requestOf(key)),
    read: before.has(requestOf(key))
      ? undefined
      : readDossierInput(dossier, { criminalCode, retention, today: at }),
  }));
  const inputs = requests.flatMap(({ read }) => (read && 'input' in read ? [read.input] : []));
  const known = await knownGroups(groups, inputs);

  const recordOf = (input: CheckedInput, key: string, fingerprint: string): DossierRecord => {
    const under = { ...mandate, case: mandate.case ?? input.cases[0] };
    const author = { by, mandate: under, at, idempotency: { key, fingerprint } };
    return { ...newDossier(agency, input, author), recordedWith: requestOf(key) };
  };
  return requests.map(({ key, fingerprint, known: recorded, read }): Decided => {
    if (!read) return { fingerprint, decision: compared(recorded, fingerprint) };
    if ('problems' in read) return { fingerprint, decision: read };
    const problems = unknownGroups(read.input, known);
    if (problems.length > 0) return { fingerprint, decision: { problems } };
    return { fingerprint, decision: { record: recordOf(read.input, key, fingerprint) } };
  });
}

const isRecord = (decision: Decided['decision']): decision is { record: DossierRecord } =>
  typeof decision === 'object' && 'record' in decision;

/**
 * Writes what was decided. Written again, whether or not it came to an end before, a dossier is there once.
 * @returns what became of each, in the order given
 */
export async function writeImport(imports: ImportStore, decided: readonly Decided[]): Promise<Imported[]> {
  const records = decided.flatMap(({ decision }) => (isRecord(decision) ? [decision.record] : []));
  const others = records.length > 0 ? await imports.insertNew(records) : new Set<string>();
  // Recorded since they were looked up: by an earlier line, or by somebody who imports at the same time.
  const meanwhile = others.size > 0 ? await imports.fingerprints([...others]) : new Map<string, string>();
  return decided.map(({ decision, fingerprint }): Imported => {
    if (!isRecord(decision)) return decision;
    const { recordedWith } = decision.record;
    return others.has(recordedWith) ? compared(meanwhile.get(recordedWith), fingerprint) : 'RECORDED';
  });
}
