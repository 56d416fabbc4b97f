import { findProvision, type Provision } from '../../../../../terms/codes-of-procedure/provision.ts';
import type { MeasureKind } from '../../../../../terms/enums.ts';
import { type Problem, refuse } from '../../problem.ts';

/**
 * Problems of the ground of a measure: it must be in the agency's closed list, and of this kind of measure. An officer's own words,
 * such as what a person has said or where they have been, are none.
 */
export function groundProblems(
  { kind, ground }: { kind: MeasureKind; ground: string },
  provisions: readonly Provision[],
): Problem[] {
  const provision = findProvision(provisions, ground);
  if (provision?.measures.includes(kind)) return [];
  const listed = provisions.filter(({ measures }) => measures.includes(kind));
  const these = `For ${kind} these are listed: ${listed.map(({ citation }) => citation).join('; ')}.`;
  if (provision) {
    const message = `This provision cannot be the ground of this kind of measure. ${these}`;
    return refuse('GROUND_OF_ANOTHER_MEASURE', message, 'ground').problems;
  }
  const message = `Only a listed provision can be the ground of a measure, by its exact citation: read \`provisions\`, beside \`articles\`. ${these}`;
  return refuse('GROUND_UNKNOWN', message, 'ground').problems;
}
