/** The reason why no step is taken on the measures of a dossier under a mandate: it names no case, or none of the dossier's. */
export type WrongCase = 'none' | 'other';

/**
 * @param cases of the dossier; undefined where they are not told, and the agency alone knows
 * @param named the case of the mandate
 */
export function wrongCaseOf(
  cases: readonly string[] | undefined,
  named: string | undefined,
): WrongCase | undefined {
  if (cases === undefined) return undefined;
  if (named === undefined) return 'none';
  return cases.includes(named) ? undefined : 'other';
}
