import { type DocumentNode, type ExecutionResult, type GraphQLError, parse } from 'graphql';
import { gatheredHandling } from '../../../gateway/callers/gathered-handling.ts';
import { gatheredRedactions } from '../../../gateway/callers/redactions.ts';
import { checkedSchema } from '../../../subgraphs/agency/api/checked-schema.ts';
import { requestContexts } from '../../../subgraphs/agency/api/context/request-context.ts';
import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { newRequestKey } from '../../../terms/request-key.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import type { Asker } from './callers.ts';

/** An object that a subgraph is asked about. */
export type Representation = { __typename: string } & Record<string, unknown>;

/** The viewer of a request, as a subgraph has him when it has verified who asks. */
export const viewerOf = ({
  agency,
  roles,
  mandate,
  cases = mandate.case ? [mandate.case] : [],
  subject = 'officer',
}: Asker): Viewer => ({ agency, roles: roles as Viewer['roles'], cases, subject });

/** A query for some fields of one entity, as the gateway sends it. */
export const entityQuery = (type: string, selection: string): string =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${selection} } } }`;

/** An agency's subgraph in this process, without HTTP: the same executor over the same database. */
export function askedInProcess(definition: AgencyDefinition, stores: Stores) {
  const { run } = checkedSchema(definition);
  const contextOf = requestContexts(definition, stores);
  const documents = new Map<string, DocumentNode>();
  return async (asker: Asker, query: string, representation: Representation): Promise<ExecutionResult> => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const { mandate } = asker;
    return run({
      document,
      queryHash: query,
      variables: { of: [representation] },
      context: contextOf(
        { viewer: viewerOf(asker), mandate, idempotencyKey: '', requestKey: newRequestKey(Date.now()) },
        'request-0001',
      ),
    });
  };
}

/** What the fetches of one request come to: their entities, and errors and receipts of all. */
export function gatheredAnswers() {
  const redactions = gatheredRedactions();
  const handling = gatheredHandling();
  const errors: GraphQLError[] = [];
  return {
    /** @returns the entity of a fetch */
    take<Entity>(owner: string, result: ExecutionResult): Entity | null {
      redactions.add(owner, result.extensions);
      handling.add(owner, result.extensions);
      errors.push(...(result.errors ?? []));
      return (result.data as { _entities?: Entity[] } | null | undefined)?._entities?.[0] ?? null;
    },
    /** The answer as the gateway writes it. */
    bodyWith(data: Record<string, unknown>): string {
      const [all, handled] = [redactions.all(), handling.all()];
      const extensions = {
        ...(all.length > 0 && { redactions: all }),
        ...(handled.length > 0 && { handling: handled }),
      };
      return JSON.stringify({
        ...(errors.length > 0 && { errors }),
        data,
        ...(Object.keys(extensions).length > 0 && { extensions }),
      });
    },
  };
}
