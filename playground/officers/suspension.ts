import type { ConcordDocument, SelectionMap } from '../../sdk/src/index.ts';
import { type Agency, subgraphOf } from '../../terms/agencies.ts';
import type { Viewer } from '../../terms/viewer.ts';
import {
  type ReinstateOfficerInput,
  ReinstateOfficerOfOwnDocuments,
  type SuspendedOfficerFragment,
  type SuspendOfficerInput,
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

type OwnDocument<Own, Variables extends Record<string, unknown>> = ConcordDocument<
  { [Name in Lowercase<Agency>]?: Own | null },
  Variables,
  SelectionMap
>;

const lists: Record<
  Agency,
  OwnDocument<{ suspensions: { nodes: Suspension[] } | null }, Record<string, never>>
> = SuspensionsOfOwnDocuments;

export const listOperation = (agency: Agency): OwnOperation => operationOf(lists[agency], {});

export const suspendOperation = (agency: Agency, subject: string, reason: string): OwnOperation => {
  const documents: Record<
    Agency,
    OwnDocument<unknown, { input: SuspendOfficerInput }>
  > = SuspendOfficerOfOwnDocuments;
  return operationOf(documents[agency], { input: { subject, reason } });
};

export const reinstateOperation = (agency: Agency, suspension: string, reason: string): OwnOperation => {
  const documents: Record<
    Agency,
    OwnDocument<unknown, { input: ReinstateOfficerInput }>
  > = ReinstateOfficerOfOwnDocuments;
  return operationOf(documents[agency], { input: { suspension, reason } });
};

/** The list of an answer; undefined where it has none. */
export const suspensionsIn = (answer: Answer, agency: Agency): Suspension[] | undefined =>
  dataOf(lists[agency], answer)?.[subgraphOf(agency)]?.suspensions?.nodes;

type Data = Record<string, Record<string, unknown> | null> | null | undefined;

/** The outcome of the requested action, read from an answer. */
export function actedIn(answer: Answer, agency: Agency): Acted {
  const outcome = Object.values((answer.data as Data)?.[subgraphOf(agency)] ?? {})[0] as
    | { __typename: string; problems?: { code: string }[] }
    | null
    | undefined;
  if (!outcome) return 'failed';
  if (outcome.__typename === 'RecordedSuspension') return 'done';
  return outcome.problems?.some(({ code }) => code === 'SAME_OFFICER') ? 'SAME_OFFICER' : 'invalid';
}
