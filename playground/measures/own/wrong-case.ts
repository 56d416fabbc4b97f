/**
 * The reason why no step is taken on the measures of a dossier under a mandate: it names no case, or none of the dossier's; or the dossier has none, and the
 * officer is no supervisor.
 */
export type WrongCase = 'none' | 'other' | 'noneThere';

/**
 * @param cases of the dossier; undefined where they are not told, and the agency alone knows
 * @param named the case of the mandate
 * @param isSupervisor a dossier without cases is any supervisor's
 */
export function wrongCaseOf(
  cases: readonly string[] | undefined,
  named: string | undefined,
  isSupervisor: boolean,
): WrongCase | undefined {
  if (cases === undefined) return undefined;
  if (cases.length === 0) return isSupervisor ? undefined : 'noneThere';
  if (named === undefined) return 'none';
  return cases.includes(named) ? undefined : 'other';
}
