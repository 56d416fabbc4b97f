import { z } from 'zod';
import { type Agency, agencyNames } from './agencies.ts';
import { composed, hasMarksWithoutEnd } from './composed.ts';
import { type Role, roles } from './enums.ts';

/**
 * Roles that watch over others. REVIEWER has no duties here yet, so that a token with it opens nothing; that it stands alone holds
 * already, whatever its duties will be.
 */
const oversight = ['OVERSEER', 'REVIEWER'];

/**
 * The roles that a caller really has of those that their token claims. Oversight stands alone: an officer who watches over
 * the use of the system uses it for nothing else, so a token that joins it to other roles has the oversight role only.
 */
export function rolesHeld(claimed: readonly string[]): Role[] {
  const standing = claimed.filter((role) => oversight.includes(role));
  const held = standing.length > 0 ? standing : claimed;
  return roles.filter((role) => held.includes(role));
}

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

/** An officer's name among those of all agencies, whatever tokens and connections they use. */
export const officerKey = ({ agency, subject }: Pick<Viewer, 'agency' | 'subject'>): string =>
  `${agency} ${subject}`;

/** The agency of an officer, by their key. */
export const agencyOf = (officer: string): string => officer.slice(0, officer.indexOf(' '));

/**
 * Letters that can be seen, and single spaces between them. Two subjects that look alike but for blanks, or for characters that
 * control, join or order others, would be two officers, with two budgets and four eyes.
 */
const visible =
  /^[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]+(?: [^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]+)*$/u;

/** Characters of a subject at most, as OpenID Connect bounds them: whoever may ask can be suspended, too. */
export const longestSubject = 255;

/** Names under which histories say what the program did by itself, and of which file an import was. */
const ofTheProgram = /^(?:retention|import|deadline|lapse|channel)(?: |$)/i;

/** True for what can name an officer (`sub` of a token). */
export const isSubject = (subject: unknown): subject is string =>
  typeof subject === 'string' &&
  subject.length <= longestSubject &&
  !hasMarksWithoutEnd(subject) &&
  composed(subject).toLowerCase().length <= longestSubject &&
  visible.test(subject) &&
  !ofTheProgram.test(subject);

/** A viewer as a signed token carries one. */
export const viewerSchema = z.strictObject({
  subject: z.string().refine(isSubject),
  agency: z.enum(agencyNames),
  roles: z.array(z.enum(roles)),
  cases: z.array(z.string()),
});
