import type { Role } from '../../terms/enums.ts';
import type { Viewer } from '../../terms/viewer.ts';

/** True if an officer has one of these roles. */
export const hasOneOf = ({ roles }: Pick<Viewer, 'roles'>, allowed: readonly Role[]): boolean =>
  allowed.some((role) => roles.includes(role));
