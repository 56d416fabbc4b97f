import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Path } from './entities-at.ts';

/** An error of a subgraph at its place in the caller's answer. */
export function fetchError(
  subgraph: string,
  { message, extensions }: GraphQLFormattedError,
  path: Path | undefined,
): GraphQLError {
  return new GraphQLError(message || `Error while fetching subquery from service "${subgraph}"`, {
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...extensions, serviceName: subgraph },
    ...(path && { path }),
  });
}

/** A fetch that failed without an answer that says so. */
export const failedFetch = (subgraph: string, problem: unknown): GraphQLError =>
  new GraphQLError(problem instanceof Error ? problem.message : String(problem), {
    originalError: problem instanceof Error ? problem : null,
    extensions: { serviceName: subgraph },
  });
