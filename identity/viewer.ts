import type { Agency } from './agencies.ts';

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
