import { type Agency, subgraphOf } from '../../terms/agencies.ts';
import type { Viewer } from '../../terms/viewer.ts';
import type { Answer } from '../wire/answer.ts';

/** The page's query. */
interface Operation {
  query: string;
  variables?: Record<string, unknown>;
}

/** An officer who is or was suspended, as the page lists them. */
export interface Suspension {
  id: string;
  subject: string;
  at: string;
  by: string;
  reason: string;
  reinstatedAt: string | null;
  reinstatedBy: string | null;
  reinstatedReason: string | null;
}

/** The outcome of an action on an officer. */
export type Acted = 'done' | 'SAME_OFFICER' | 'invalid' | 'failed';

/** The roles that may suspend officers of their agency, and see who is suspended. */
export const maySuspend = ({ roles }: Pick<Viewer, 'roles'>): boolean =>
  roles.includes('SUPERVISOR') || roles.includes('OVERSEER');

const most = 100;

export const listOperation = (agency: Agency): Operation => ({
  query: `query Suspensions { ${subgraphOf(agency)} { suspensions(first: ${most}) { nodes {
    id subject at by reason reinstatedAt reinstatedBy reinstatedReason } } } }`,
});

const action = (agency: Agency, name: string, type: string, input: object): Operation => ({
  query: `mutation Change($input: ${type}!) { ${subgraphOf(agency)} { ${name}(input: $input) {
    __typename ... on Refusal { code message } ... on InvalidInput { problems { path code message } } } } }`,
  variables: { input },
});

export const suspendOperation = (agency: Agency, subject: string, reason: string): Operation =>
  action(agency, 'suspendOfficer', 'SuspendOfficerInput', { subject, reason });

export const reinstateOperation = (agency: Agency, suspension: string, reason: string): Operation =>
  action(agency, 'reinstateOfficer', 'ReinstateOfficerInput', { suspension, reason });

type Data = Record<string, Record<string, unknown> | null> | null | undefined;

/** The list of an answer; undefined where it has none. */
export function suspensionsIn(answer: Answer, agency: Agency): Suspension[] | undefined {
  const list = (answer.data as Data)?.[subgraphOf(agency)]?.suspensions as
    | { nodes: Suspension[] }
    | null
    | undefined;
  return list?.nodes;
}

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
