import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';

const isUnder = (keys: readonly string[], path: unknown): boolean =>
  Array.isArray(path) && keys.includes(String(path[0]));

/**
 * An answer in which these nodes are null. The executor has of each what its id tells, its type, and says that the rest is
 * missing: of an object that is not there, that is no fault, and of one whose owner is down an error says so already.
 */
export function withoutNodes(
  result: GatewayExecutionResult,
  keys: readonly string[],
): GatewayExecutionResult {
  if (keys.length === 0 || !result.data) return result;
  const data: Record<string, unknown> = { ...result.data };
  for (const key of keys) if (key in data) data[key] = null;
  const { valueCompletion, ...others } = result.extensions ?? {};
  const completion = Array.isArray(valueCompletion)
    ? valueCompletion.filter(({ path }) => !isUnder(keys, path))
    : [];
  const extensions = { ...others, ...(completion.length > 0 && { valueCompletion: completion }) };
  const { extensions: _, ...answer } = result;
  return { ...answer, data, ...(Object.keys(extensions).length > 0 && { extensions }) };
}
