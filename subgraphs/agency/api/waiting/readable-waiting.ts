import { type DecidedClass, decidedClasses } from '../../../../terms/enums.ts';
import type { Filter } from '../../permissions/by-record.ts';
import type { Permissions } from '../../permissions/permissions.ts';

/**
 * The filter of the steps of a kind that an officer may take: those on dossiers of which they may read all that the step is about.
 * It is made of the filters by which dossiers themselves are found.
 * @param always the classes that the step needs on every dossier, whatever else it needs on one
 * @returns undefined when there can be none
 */
export function readableWaiting(
  always: readonly DecidedClass[],
  { filterOf }: Pick<Permissions, 'filterOf'>,
): { filter: Filter; isOfCase: boolean } | undefined {
  const filters = new Map(decidedClasses.map((column) => [column, filterOf(column)]));
  const denied = decidedClasses.filter((column) => filters.get(column) === undefined);
  if (always.some((column) => denied.includes(column))) return undefined;
  const isRestricted = (column: DecidedClass) => Object.keys(filters.get(column) ?? {}).length > 0;
  const restricted = decidedClasses.filter(isRestricted);
  const ofCase = restricted.map((column) => filters.get(column)).find((filter) => filter !== undefined);
  // One form whatever the policy, so that each can be tried with many records: an empty list takes nothing out.
  const readable: Filter = { needs: { $nin: denied } };
  if (ofCase === undefined) return { filter: readable, isOfCase: false };
  if (always.some(isRestricted)) return { filter: { ...readable, ...ofCase }, isOfCase: true };
  const either = { $or: [{ needs: { $nin: restricted } }, ofCase] };
  return { filter: { ...readable, ...either }, isOfCase: false };
}
