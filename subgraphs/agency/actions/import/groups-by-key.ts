import { z } from 'zod';
import { isFields } from '../../records/formats/text/clean.ts';
import type { Problem } from '../../records/problem.ts';
import type { GroupImportStore } from '../../storage/stores/group-import-store.ts';
import { importKey, importRequest } from './import-once.ts';

/** A group named by the key that it was imported under, in the place of its id. */
export const groupByKey = z.strictObject({
  key: importKey.describe(
    'The key of a line before this one that gives a group, in this file or an earlier one.',
  ),
});

/** The groups that a dossier names by key, by their places among its memberships. */
function keysIn(dossier: unknown): Map<number, string> {
  if (!isFields(dossier) || !Array.isArray(dossier.memberships)) return new Map();
  return new Map(
    dossier.memberships.flatMap((membership, index): [number, string][] => {
      const { data } = groupByKey.safeParse(isFields(membership) ? membership.group : undefined);
      return data ? [[index, data.key]] : [];
    }),
  );
}

const pathOf = (index: number) => `memberships.${index}.group`;

const unknown = (path: string): Problem => ({
  path,
  code: 'GROUP_UNKNOWN',
  message: 'No earlier line has recorded a group under that key: put that line first, or correct the key.',
});

/** A dossier in which groups are named by their ids, and what there is to say of those that have none. */
export interface WithGroupIds {
  dossier: unknown;
  /** The problems of the dossier, with those of its unknown groups in their own words. */
  inOwnWords(problems: readonly Problem[]): Problem[];
}

/** @param ids of the groups that are there, by the requests that recorded them */
function named(dossier: unknown, keys: ReadonlyMap<number, string>, ids: ReadonlyMap<string, string>) {
  const given = dossier as { memberships: readonly object[] };
  const idAt = (index: number) => ids.get(importRequest(keys.get(index) ?? ''));
  const missing = new Set([...keys.keys()].filter((index) => !idAt(index)).map(pathOf));
  // A key without an id stays where it is: it is no id, so that the dossier is refused.
  const memberships = given.memberships.map((membership, index) => {
    const group = keys.has(index) && idAt(index);
    return group ? { ...membership, group } : membership;
  });
  return {
    dossier: { ...given, memberships },
    inOwnWords: (problems: readonly Problem[]) =>
      problems.map((problem) => (missing.has(problem.path) ? unknown(problem.path) : problem)),
  };
}

/** Puts ids in the place of keys, all of them asked for in one read. */
export async function withGroupIds(
  groups: Pick<GroupImportStore, 'idsOf'>,
  dossiers: readonly unknown[],
): Promise<WithGroupIds[]> {
  const keys = dossiers.map(keysIn);
  const requests = new Set(keys.flatMap((each) => [...each.values()].map(importRequest)));
  const ids = requests.size > 0 ? await groups.idsOf([...requests]) : new Map<string, string>();
  return dossiers.map((dossier, at) => {
    const its = keys[at];
    return its && its.size > 0
      ? named(dossier, its, ids)
      : { dossier, inOwnWords: (problems) => [...problems] };
  });
}
