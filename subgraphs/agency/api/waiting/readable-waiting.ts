import type { DecidedClass, WaitingKind } from '../../../../terms/enums.ts';
import { decidedClasses } from '../../../../terms/enums.ts';
import type { Filter } from '../../permissions/by-record.ts';
import type { Permissions } from '../../permissions/permissions.ts';

/** Steps that change what a dossier holds, and are listed under one of its cases. */
export const ofDossiersCases: readonly WaitingKind[] = [
  'REMOVAL_TO_COUNTERSIGN',
  'MEASURE_TO_AUTHORISE',
  'MEASURE_UNAUTHORISED',
  'MEASURE_TO_FINISH',
];

/** The classes that a step of a kind needs on every dossier, whatever else it needs on one. */
export const alwaysNeeded = (
  kind: WaitingKind,
  shareable: readonly DecidedClass[],
): readonly DecidedClass[] => {
  if (kind === 'SHAREABLE_TO_COUNTERSIGN') return ['CASE', ...shareable];
  return kind.startsWith('MEASURE_') ? ['CASE', 'TACTICAL'] : ['CASE'];
};

/**
 * The filter of the steps of a kind that an officer may take: those on dossiers of which they may read all that the step is about.
 * It is made of the filters by which dossiers themselves are found.
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
