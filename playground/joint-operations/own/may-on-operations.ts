import { actions } from '../../../terms/actions.ts';
import type { Role } from '../../../terms/enums.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import { hasOneOf } from '../../desk/has-one-of.ts';

/**
 * The roles that may read joint operations of their agency, propose some, count them, and read what those of both agencies came to; the agency decides on
 * each of them all the same.
 */
const operationRoles = {
  reading: actions.readOperations,
  proposing: actions.proposeOperation,
  figures: actions.readOperationFigures,
  quarters: actions.readOperationQuarters,
} as const satisfies Record<string, readonly Role[]>;

/** True if an officer has one of the roles of a part of the page. */
export const mayOnOperations = (
  viewer: Pick<Viewer, 'roles'>,
  part: keyof typeof operationRoles | 'any',
): boolean => hasOneOf(viewer, part === 'any' ? Object.values(operationRoles).flat() : operationRoles[part]);
