import { z } from 'zod';
import { type Agency, agencyNames } from './agencies.ts';

export const roles = ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR', 'OVERSEER', 'PARTNER'] as const;
export type Role = (typeof roles)[number];

/** The authenticated caller. */
export interface Viewer {
  /** The officer or system, as its agency names it (`sub` of its token). */
  subject: string;
  /** Decided by who issued the token, never by what the token claims. */
  agency: Agency;
  roles: readonly Role[];
  /** The cases its agency has assigned to it. */
  cases: readonly string[];
}

/** A viewer as a signed token carries one. */
export const viewerSchema = z.strictObject({
  subject: z.string().min(1),
  agency: z.enum(agencyNames as [Agency, ...Agency[]]),
  roles: z.array(z.enum(roles)),
  cases: z.array(z.string()),
});
