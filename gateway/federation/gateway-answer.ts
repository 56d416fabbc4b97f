import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import { absentEntities, absentRoot, operationOf } from './absent-answer.ts';
import type { SubgraphAnswer, SubgraphError } from './subgraph-answer.ts';

/** One fetch of a query plan. */
export interface Fetch {
  /** The agency that was asked. */
  agency: string;
  document: DocumentNode;
  /** The entities it was asked about; undefined for a fetch of root fields. */
  representations: { __typename?: string }[] | undefined;
}

type Data = Record<string, unknown>;

/** What the gateway goes on with: never null, so that nothing of another agency's is dropped for lack of it. */
export interface GatewayAnswer {
  data: Data;
  errors: GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

const messages = {
  AGENCY_UNAVAILABLE: (agency: string) =>
    `${agency} does not answer at the moment; what it holds is missing here. Try again later.`,
  OUTCOME_UNKNOWN: (agency: string) =>
    `${agency} did not confirm in time, so the action may or may not have happened. Ask again with the same idempotency-key.`,
  INTERNAL_SERVER_ERROR: () => '',
};

const absent = ({ document, representations }: Fetch): Data =>
  representations ? { _entities: absentEntities(document, representations) } : absentRoot(document);

/**
 * Where an outage shows: at the field of the one entity, or at the first root field. A fetch for several entities has
 * one error without a path rather than one for each.
 */
function outagePath({ representations }: Fetch, data: Data): (string | number)[] | undefined {
  if (!representations) return Object.keys(data).slice(0, 1);
  if (representations.length !== 1 || !Array.isArray(data._entities)) return undefined;
  const field = Object.keys(data._entities[0] ?? {}).find((key) => key !== '__typename');
  return field === undefined ? undefined : ['_entities', 0, field];
}

function failed(fetch: Fetch, code: string, message: string): GatewayAnswer {
  const data = absent(fetch);
  const path = outagePath(fetch, data);
  return {
    data,
    errors: [{ message, ...(path ? { path } : {}), extensions: { code, agency: fetch.agency } }],
  };
}

const fault = (fetch: Fetch, code: keyof typeof messages) =>
  failed(fetch, code, messages[code](fetch.agency));

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asFormatted = (errors: SubgraphError[]) => errors as GraphQLFormattedError[];

/** Fills the entities that a subgraph answered with null; ours never do, so it is a sign of trouble there. */
function fillEntities(fetch: Fetch, data: Data, errors: SubgraphError[]): GatewayAnswer | undefined {
  const expected = absent(fetch)._entities as Data[];
  const { _entities: entities } = data;
  if (!Array.isArray(entities) || entities.length !== expected.length) return undefined;
  const filled = entities.map((entity, index) => (isObject(entity) ? entity : expected[index]));
  const unexplained = errors.length === 0 && !entities.every(isObject);
  const told = unexplained ? fault(fetch, 'AGENCY_UNAVAILABLE').errors : asFormatted(errors);
  return { data: { ...data, _entities: filled }, errors: told };
}

/** Turns a subgraph's answer, or the lack of one, into what the query plan goes on with. */
export function gatewayAnswer(fetch: Fetch, answer: SubgraphAnswer): GatewayAnswer {
  const noAnswer = (sent: boolean) => {
    const mayHaveHappened = sent && operationOf(fetch.document)?.operation === 'mutation';
    return fault(fetch, mayHaveHappened ? 'OUTCOME_UNKNOWN' : 'AGENCY_UNAVAILABLE');
  };
  if (answer.kind === 'unpresented')
    return failed({ ...fetch, agency: answer.agency }, answer.code, answer.message);
  if (answer.kind === 'outage') {
    if (answer.cause === undefined) return noAnswer(answer.sent);
    const { agency } = fetch;
    return failed(fetch, 'AGENCY_UNAVAILABLE', `${answer.cause} What ${agency} holds is missing here.`);
  }
  if (answer.kind === 'refused') {
    // The caller's token can expire between the gateway's check and the subgraph's; every other refusal is our fault.
    return answer.code === 'UNAUTHENTICATED'
      ? failed(fetch, answer.code, answer.message)
      : fault(fetch, 'INTERNAL_SERVER_ERROR');
  }
  const { data, errors, extensions } = answer;
  const told = asFormatted(errors);
  const withoutData = () =>
    told.length > 0 ? { data: absent(fetch), errors: told, extensions } : noAnswer(true);
  if (data === null) return withoutData();
  if (!fetch.representations) return { data: { ...absent(fetch), ...data }, errors: told, extensions };
  const filled = fillEntities(fetch, data, errors);
  return filled ? { ...filled, extensions } : withoutData();
}
