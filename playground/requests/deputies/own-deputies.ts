import { actions } from '../../../terms/actions.ts';
import type { Agency } from '../../../terms/agencies.ts';
import type { Role } from '../../../terms/enums.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import { hasOneOf } from '../../desk/has-one-of.ts';
import { DeputiesOfOwnDocuments, type DeputyListedFragment } from '../../generated/operations.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** An officer who stands in for another one. */
export type Deputy = DeputyListedFragment;

/** The roles that may read who is out of office, and that name a deputy for themselves; the agency decides on each all the same. */
export const deputyRoles = {
  reading: actions.readDeputies,
  naming: actions.setDeputy,
} as const satisfies Record<string, readonly Role[]>;

/** True if an officer has one of the roles of a part of the page. */
export const mayOnDeputies = (viewer: Pick<Viewer, 'roles'>, part: keyof typeof deputyRoles): boolean =>
  hasOneOf(viewer, deputyRoles[part]);

export const listOperation = (agency: Agency): OwnOperation =>
  operationOf(DeputiesOfOwnDocuments[agency], {});

/** The list in an answer, or the reason why there is none. */
export function deputiesIn(answer: Answer, agency: Agency): { deputies: readonly Deputy[] } | { gap: Gap } {
  const deputies = dataOf(DeputiesOfOwnDocuments[agency], answer)?.agency?.deputies;
  return deputies
    ? { deputies }
    : { gap: gapOf(DeputiesOfOwnDocuments[agency], answer, ['agency', 'deputies']) };
}
