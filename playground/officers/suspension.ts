import type { Agency } from '../../terms/agencies.ts';
import type { Viewer } from '../../terms/viewer.ts';
import {
  ReinstateOfficerOfOwnDocuments,
  type SuspendedOfficerFragment,
  SuspendOfficerOfOwnDocuments,
  SuspensionsOfOwnDocuments,
} from '../generated/operations.ts';
import type { Answer } from '../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../wire/operation-of.ts';

/** An officer who is or was suspended, as the page lists them. */
export type Suspension = SuspendedOfficerFragment;

/** The outcome of an action on an officer. */
export type Acted = 'done' | 'SAME_OFFICER' | 'invalid' | 'failed';

/** The roles that may suspend officers of their agency, and see who is suspended. */
export const maySuspend = ({ roles }: Pick<Viewer, 'roles'>): boolean =>
  roles.includes('SUPERVISOR') || roles.includes('OVERSEER');

export const listOperation = (agency: Agency): OwnOperation =>
  operationOf(SuspensionsOfOwnDocuments[agency], {});

export const suspendOperation = (agency: Agency, subject: string, reason: string): OwnOperation =>
  operationOf(SuspendOfficerOfOwnDocuments[agency], { input: { subject, reason } });

export const reinstateOperation = (agency: Agency, suspension: string, reason: string): OwnOperation =>
  operationOf(ReinstateOfficerOfOwnDocuments[agency], { input: { suspension, reason } });

/** The list of an answer; undefined where it has none. */
export const suspensionsIn = (answer: Answer, agency: Agency): Suspension[] | undefined =>
  dataOf(SuspensionsOfOwnDocuments[agency], answer)?.agency?.suspensions?.nodes;

type Data = Record<string, Record<string, unknown> | null> | null | undefined;

/** The outcome of the requested action, read from an answer. */
export function actedIn(answer: Answer): Acted {
  const outcome = Object.values((answer.data as Data)?.agency ?? {})[0] as
    | { __typename: string; problems?: { code: string }[] }
    | null
    | undefined;
  if (!outcome) return 'failed';
  if (outcome.__typename === 'RecordedSuspension') return 'done';
  return outcome.problems?.some(({ code }) => code === 'SAME_OFFICER') ? 'SAME_OFFICER' : 'invalid';
}
