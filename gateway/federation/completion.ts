import type { GraphQLFormattedError } from 'graphql';
import { internalError } from '../../server/errors.ts';
import type { RequestStep } from '../../server/request-step.ts';
import type { GatewayContext } from '../callers/gateway-context.ts';

/** Enough errors to show where to look; a broken subgraph can answer thousands of wrong values. */
const mostReported = 20;

type Path = GraphQLFormattedError['path'];

/** The places of wrong values, each once. What else is said of them names types, and is not told. */
function pathsIn(found: unknown): Path[] {
  const paths = new Map<string, Path>();
  for (const each of Array.isArray(found) ? found : []) {
    if (paths.size >= mostReported) break;
    const path = (each as { path?: Path } | null)?.path;
    paths.set(JSON.stringify(path), path);
  }
  return [...paths.values()];
}

/**
 * Turns a value that the gateway nulled for its wrong shape into an error at its place. The gateway itself reports such
 * a value only in an extension that names types and positions, and a caller must not take the null for an absent value.
 */
export const completion: RequestStep<GatewayContext> = {
  finish(leaving, { log, requestId }) {
    const { result } = leaving;
    if (!result.extensions || !('valueCompletion' in result.extensions)) return;
    const { valueCompletion: found, ...extensions } = result.extensions;
    log.error('a subgraph answered a value of the wrong shape');
    const told = pathsIn(found).map((path) => ({
      ...internalError,
      ...(path && { path }),
      extensions: { ...internalError.extensions, requestId },
    }));
    const { extensions: _, ...answer } = result;
    leaving.result = {
      ...answer,
      errors: [...(result.errors ?? []), ...told],
      ...(Object.keys(extensions).length > 0 && { extensions }),
    };
  },
};
