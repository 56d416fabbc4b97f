import type { DocumentNode, GraphQLFormattedError } from 'graphql';

/** One fetch of a plan, as a subgraph is sent it. */
export interface SubgraphFetch<Context> {
  request: {
    query: string;
    operationName: string | undefined;
    /** The caller's variables, as far as the fetch uses them; and `representations`, where it asks about entities. */
    variables: Record<string, unknown>;
  };
  /** The query, parsed: the same object each time. */
  document: DocumentNode;
  /** The request's, as the server has it. */
  context: Context;
}

export interface SubgraphResult {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** The way to one subgraph. Whatever belongs to that way, such as an address, a signature or a deadline, is its own affair. */
export interface DataSource<Context> {
  process(fetch: SubgraphFetch<Context>): Promise<SubgraphResult>;
}
