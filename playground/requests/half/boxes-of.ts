import type { RequestBox } from '../../../terms/enums.ts';
import type { Viewer } from '../../../terms/viewer.ts';

/**
 * The boxes that an officer can look into, the one that they work on first: what was received is for those who answer, and for those who
 * watch over it.
 */
export const boxesOf = ({ roles }: Pick<Viewer, 'roles'>): readonly RequestBox[] =>
  roles.some((role) => role === 'LIAISON' || role === 'SUPERVISOR' || role === 'OVERSEER')
    ? ['RECEIVED', 'SENT']
    : ['SENT'];
