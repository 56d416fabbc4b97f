import { actions } from '../../../terms/actions.ts';
import type { Role } from '../../../terms/enums.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import { hasOneOf } from '../../desk/has-one-of.ts';

/** The roles that may see measures of their agency, plan them, and see their figures and their comparison; the agency decides on each measure all the same. */
const measureRoles = {
  reading: actions.readMeasures,
  planning: actions.planMeasure,
  figures: actions.readMeasureFigures,
  exchange: actions.readMeasureExchange,
} as const satisfies Record<string, readonly Role[]>;

/** True if an officer has one of the roles of a part of the page. */
export const mayOnMeasures = (
  viewer: Pick<Viewer, 'roles'>,
  part: keyof typeof measureRoles | 'any',
): boolean => hasOneOf(viewer, part === 'any' ? Object.values(measureRoles).flat() : measureRoles[part]);
