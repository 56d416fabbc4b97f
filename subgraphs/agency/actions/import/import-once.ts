import { z } from 'zod';
import type { Mandate } from '../../../../terms/mandate.ts';
import { fingerprintOf } from '../../records/dossier/step.ts';
import { isFields } from '../../records/formats/text/clean.ts';
import { erasedFingerprint } from '../../records/history/erase-from-history.ts';
import { type Problem, refuse } from '../../records/problem.ts';
import type { Recording } from '../../storage/database/insert-new.ts';
import type { ImportStore } from '../../storage/stores/import-store.ts';

/** The name of a record where it comes from; its name here is not known there. */
export const importKey = z
  .string()
  .regex(
    /^[\p{L}\p{N}._:/-]{1,100}$/u,
    'must be 1 to 100 letters, digits, dots, hyphens, slashes or the like',
  );

/** The importer and their mandate; without a case each dossier is recorded under its own first one. */
export interface Importer {
  by: string;
  mandate: Pick<Mandate, 'purpose' | 'legalBasis' | 'case'>;
}

/** The outcome for one record: it is recorded now, it was before, or it cannot be. */
export type Imported = 'RECORDED' | 'ALREADY_THERE' | { problems: Problem[] };

/** The plan for one record: it needs nothing, or is to be inserted. */
export interface Planned<Kept> {
  fingerprint: string;
  plan: Imported | Recording<Kept>;
}

/** The depth below which no record has fields, see `cleanText`. */
const deepest = 6;

/** A value with its fields in one order and without nulls, which are the same as nothing: neither changes what is said. */
function inOrder(value: unknown, depth = 0): unknown {
  if (depth > deepest) return null;
  if (Array.isArray(value)) return value.map((item) => inOrder(item, depth + 1));
  if (!isFields(value)) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([key, field]) => [key, inOrder(field, depth + 1)]));
}

export const importFingerprint = (action: string, content: unknown): string =>
  fingerprintOf(action, inOrder(content));

/** The key is the record's, whoever imports it: of two clerks with one file one records it. */
export const importRequest = (key: string): string => `import ${key}`;

const reused = () =>
  refuse(
    'KEY_REUSED',
    'This key was imported before with different content: amend that record, or give this one a key of its own.',
    'key',
  );

/** A record that was erased since has no fingerprint any more, and is not to come back. */
export const compared = (before: string | undefined, now: string): Imported =>
  before === now || before === erasedFingerprint ? 'ALREADY_THERE' : reused();

const isRecord = <Kept>(plan: Planned<Kept>['plan']): plan is Recording<Kept> =>
  typeof plan === 'object' && 'record' in plan;

/**
 * Writes what was planned. Written again, whether or not it came to an end before, a record is there once.
 * @returns the outcome of each, in the order given
 */
export async function writeImport<Kept extends { recordedWith: string }>(
  imports: ImportStore<Kept>,
  planned: readonly Planned<Kept>[],
): Promise<Imported[]> {
  const recordings = planned.flatMap(({ plan }) => (isRecord(plan) ? [plan] : []));
  const others = recordings.length > 0 ? await imports.insertNew(recordings) : new Set<string>();
  // Recorded since they were looked up: by an earlier line, or by somebody who imports at the same time.
  const meanwhile = others.size > 0 ? await imports.fingerprints([...others]) : new Map<string, string>();
  return planned.map(({ plan, fingerprint }): Imported => {
    if (!isRecord(plan)) return plan;
    const { recordedWith } = plan.record;
    return others.has(recordedWith) ? compared(meanwhile.get(recordedWith), fingerprint) : 'RECORDED';
  });
}
