import { z } from 'zod';
import { isDossierId } from '../../../../../terms/agencies.ts';
import { measureKinds, measureStates, operationNeeds } from '../../../../../terms/enums.ts';
import { regionCodes } from '../../../../../terms/regions.ts';

/**
 * A measure of one agency as the other one's members read it in the plan. Never how it compares with other agencies' measures, which would tell of a secret
 * one; its target only where that is a suspect whom a link names at both, by a dossier id that passes its own gate.
 */
export const toldMeasure = z.strictObject({
  /** Names the entry in this plan, and nothing else. */
  id: z.string().regex(/^V[0-9A-HJKMNP-TV-Z]{12}$/),
  kind: z.enum(measureKinds),
  state: z.enum(measureStates),
  /** The first and the last day on which it may begin. */
  from: z.iso.date(),
  until: z.iso.date(),
  region: z.enum(regionCodes).exactOptional(),
  /** What the other agency is to do for it, and by which day. */
  need: z.strictObject({ kind: z.enum(operationNeeds), by: z.iso.date() }).exactOptional(),
  /** The dossier of the linked suspect at the agency that tells it. */
  target: z.string().refine(isDossierId).exactOptional(),
});
export type ToldMeasure = z.output<typeof toldMeasure>;
