import type { HandlingCode } from '../../../terms/enums.ts';

/** The handling codes that one officer alone may give: SHAREABLE takes two. */
export const narrowCodes = ['ON_RELEASE', 'ORIGINATOR_ONLY'] as const satisfies readonly HandlingCode[];
