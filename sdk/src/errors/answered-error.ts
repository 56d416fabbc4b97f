import type { OperationMap } from '../document/operation-map.ts';
import { ConcordError } from './concord-error.ts';
import { isGatewayCode } from './gateway-code.ts';
import { misfitsIn } from './misfits-in.ts';
import type { Problem } from './problem.ts';
import { withoutValues } from './without-values.ts';

/** An error of an answer, as the gateway sends it. */
export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly agency?: string; readonly requestId?: string };
}

const codeOf = (error: AnsweredError): string => error.extensions?.code ?? 'INTERNAL_SERVER_ERROR';

function problemOf(
  error: AnsweredError,
  errors: readonly AnsweredError[],
  { schema }: OperationMap,
): Problem {
  const code = codeOf(error);
  if (!isGatewayCode(code)) return { code: 'UNKNOWN', serverCode: code };
  if (code === 'AGENCY_UNAVAILABLE' || code === 'OUTCOME_UNKNOWN')
    return { code, agency: error.extensions?.agency };
  if (code === 'GRAPHQL_VALIDATION_FAILED') return { code, missing: misfitsIn(errors), schema };
  return { code };
}

function messageOf(problem: Problem, { message }: AnsweredError, { name }: OperationMap): string {
  if (problem.code === 'GRAPHQL_VALIDATION_FAILED' && problem.missing.length > 0)
    return `The operation ${name} no longer fits the gateway: ${problem.missing.join(', ')}. It was generated for version ${problem.schema} of the schema: generate it again.`;
  return withoutValues(message);
}

/**
 * Makes the error for a caller from an answer that is an error.
 * @param error the one that decides; the others of the answer may add what else is missing
 */
export function errorFromAnswer(
  error: AnsweredError,
  errors: readonly AnsweredError[],
  operation: OperationMap,
  place: { requestId: string; status: number; retryAfter?: number | undefined },
): ConcordError {
  const problem = problemOf(error, errors, operation);
  return new ConcordError(problem, messageOf(problem, error, operation), place);
}
