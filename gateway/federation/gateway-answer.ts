import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import { outageBecauseOf, outageErrors } from '../../server/outage-errors.ts';
import type { AgencyTypes } from './agency-types.ts';
import { nullEntities, nullRoot, operationOf } from './null-entities.ts';
import type { SubgraphAnswer, SubgraphError } from './subgraph-answer.ts';

/** One fetch of a query plan. */
export interface Fetch {
  /** The agency that was asked. */
  agency: string;
  document: DocumentNode;
  /** The entities it was asked about; undefined for a fetch of root fields. */
  representations: { __typename?: string; node?: unknown }[] | undefined;
  types: Pick<AgencyTypes, 'isRecord' | 'told'>;
}

type Data = Record<string, unknown>;
type ErrorPath = readonly (string | number)[];

/** The answer that the gateway goes on with. Whatever an agency has not answered is absent: a null could be taken for an answer. */
export interface GatewayAnswer {
  data: Data;
  /** There only when there are some. */
  errors?: GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/**
 * Codes of refusals that are about the caller, whose token can expire, and who can be suspended, between the gateway's check and the
 * subgraph's; or about their very query, for which the subgraph stood still. Every other refusal is our fault.
 */
const callersOwn = ['UNAUTHENTICATED', 'FORBIDDEN', 'TOO_MANY_REQUESTS'];

const excessErrors = {
  QUERY_TOO_LARGE: (agency: string) =>
    `The answer of ${agency} is larger than the gateway reads; what it holds is missing here. Ask for shorter pages or fewer fields.`,
  TOO_MANY_REQUESTS: (agency: string) =>
    `Your other queries keep ${agency} at work, and this one was not sent to it in time; what it holds is missing here. Wait until they are answered.`,
} as const;

const messages = { ...outageErrors, ...excessErrors, INTERNAL_SERVER_ERROR: () => '' };

/** The fields of each entity that the gateway's own subgraph is told although nothing was answered, as of a search. */
function absentEntitiesOf(
  { document, types }: Fetch,
  representations: { __typename?: string }[],
): (Data | null)[] {
  return nullEntities(document, representations).map((nulls, index) => {
    const typename = representations[index]?.__typename;
    const told =
      typename === undefined ? [] : Object.keys(nulls).filter((key) => types.told(typename).has(key));
    return told.length === 0
      ? null
      : { __typename: typename, ...Object.fromEntries(told.map((key) => [key, null])) };
  });
}

const absent = (fetch: Fetch): Data =>
  fetch.representations ? { _entities: absentEntitiesOf(fetch, fetch.representations) } : {};

/**
 * Path at which an outage appears: the field of the one entity, or the first root field. A fetch for several entities
 * has one error without a path rather than one for each.
 */
function outagePath({ document, representations }: Fetch): (string | number)[] | undefined {
  if (!representations) return Object.keys(nullRoot(document)).slice(0, 1);
  if (representations.length !== 1) return undefined;
  const [asked = {}] = nullEntities(document, representations);
  const field = Object.keys(asked).find((key) => key !== '__typename');
  return field === undefined ? undefined : ['_entities', 0, field];
}

function failed(fetch: Fetch, code: string, message: string): GatewayAnswer {
  const path = outagePath(fetch);
  return {
    data: absent(fetch),
    errors: [{ message, ...(path ? { path } : {}), extensions: { code, agency: fetch.agency } }],
  };
}

const fault = (fetch: Fetch, code: keyof typeof messages) =>
  failed(fetch, code, messages[code](fetch.agency));

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withErrors = (answer: GatewayAnswer, errors: GraphQLFormattedError[]): GatewayAnswer =>
  errors.length > 0 ? { ...answer, errors } : answer;

/** The part of an error's path that leads to what a fetch has asked for. */
function askedPath(path: ErrorPath, asked: Data | readonly Data[]): ErrorPath {
  const [first, index, field] = path;
  if (!Array.isArray(asked)) return Object.hasOwn(asked, String(first)) ? path : [];
  if (first !== '_entities') return [];
  if (index === undefined) return path;
  const entity = asked[Number(index)];
  if (entity === undefined) return [];
  return field === undefined || Object.hasOwn(entity, String(field)) ? path : path.slice(0, 2);
}

/** The errors of an agency as its own: none names another agency, or a place that this one was not asked for. */
function ownErrors({ agency, document, representations }: Fetch, errors: SubgraphError[]) {
  if (errors.length === 0) return [];
  const asked = representations ? nullEntities(document, representations) : nullRoot(document);
  return (errors as GraphQLFormattedError[]).map((error): GraphQLFormattedError => {
    const { extensions, path = [], ...rest } = error;
    const place = askedPath(path, asked);
    return {
      ...rest,
      ...(place.length > 0 && { path: place }),
      ...(extensions && {
        extensions: { ...extensions, ...(extensions.agency !== undefined && { agency }) },
      }),
    };
  });
}

/**
 * The entities that a subgraph answered. A record can be gone by the time it is asked about, and is null then. Another entity is always
 * there, so null without an error is a sign of trouble.
 */
function answeredEntities(fetch: Fetch, data: Data, errors: SubgraphError[]): GatewayAnswer | undefined {
  const { representations = [], types } = fetch;
  const { _entities: entities } = data;
  if (!Array.isArray(entities) || entities.length !== representations.length) return undefined;
  const isGone = (entity: unknown, index: number) =>
    entity === null && types.isRecord(representations[index]?.__typename ?? '');
  const nothing = absentEntitiesOf(fetch, representations);
  const known = entities.map((entity, index) => (isObject(entity) ? entity : (nothing[index] ?? null)));
  const unexplained =
    errors.length === 0 && !entities.every((entity, index) => isObject(entity) || isGone(entity, index));
  const told = unexplained ? (fault(fetch, 'AGENCY_UNAVAILABLE').errors ?? []) : ownErrors(fetch, errors);
  return withErrors({ data: { ...data, _entities: known } }, told);
}

/** The ids of the nodes that a fetch has asked for in vain, as `Query.node` names them to their owners. */
export const unansweredNodes = (
  representations: Fetch['representations'] = [],
  { _entities: entities }: Data,
): string[] =>
  representations.flatMap(({ node }, index) =>
    typeof node === 'string' && !(Array.isArray(entities) && isObject(entities[index])) ? [node] : [],
  );

/** Turns a subgraph's answer, or the lack of one, into what the query plan goes on with. */
export function gatewayAnswer(fetch: Fetch, answer: SubgraphAnswer): GatewayAnswer {
  const isMutation = operationOf(fetch.document)?.operation === 'mutation';
  const noAnswer = (sent: boolean) =>
    fault(fetch, sent && isMutation ? 'OUTCOME_UNKNOWN' : 'AGENCY_UNAVAILABLE');
  if (answer.kind === 'unpresented')
    return failed({ ...fetch, agency: answer.agency }, answer.code, answer.message);
  if (answer.kind === 'outage') {
    if (answer.cause === undefined) return noAnswer(answer.sent);
    const { agency } = fetch;
    return failed(fetch, 'AGENCY_UNAVAILABLE', outageBecauseOf(agency, answer.cause));
  }
  if (answer.kind === 'excess') return answer.sent && isMutation ? noAnswer(true) : fault(fetch, answer.code);
  if (answer.kind === 'refused') {
    return answer.code !== undefined && callersOwn.includes(answer.code)
      ? failed(fetch, answer.code, answer.message)
      : fault(fetch, 'INTERNAL_SERVER_ERROR');
  }
  const { data, errors, extensions } = answer;
  const told = ownErrors(fetch, errors);
  const withoutData = () =>
    told.length > 0 ? { data: absent(fetch), errors: told, extensions } : noAnswer(true);
  if (data === null) return withoutData();
  if (!fetch.representations) return withErrors({ data, extensions }, told);
  const known = answeredEntities(fetch, data, errors);
  return known ? { ...known, extensions } : withoutData();
}
