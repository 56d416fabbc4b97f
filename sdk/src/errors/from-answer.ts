import type { OperationMap } from '../document.ts';
import { isGatewayCode } from './codes.ts';
import { ConcordError } from './concord-error.ts';
import type { Problem } from './problem.ts';

/** An error of an answer, as the gateway sends it. */
export interface AnsweredError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string; agency?: string; requestId?: string };
}

/** The fields, arguments and types that a server's validation does not know, in the words of graphql-js. */
const unknownNames: readonly [RegExp, (names: string[]) => string][] = [
  [/^Cannot query field "(\w+)" on type "(\w+)"/, ([field, type]) => `${type}.${field}`],
  [/^Unknown argument "(\w+)" on field "([\w.]+)"/, ([argument, field]) => `${field}(${argument}:)`],
  [/^Unknown type "(\w+)"/, ([type]) => `${type}`],
  [/^Field "(\w+)" is not defined by type "(\w+)"/, ([field, type]) => `${type}.${field}`],
];

function missingIn(errors: readonly AnsweredError[]): string[] {
  const found = errors.flatMap(({ message }) =>
    unknownNames.flatMap(([pattern, nameOf]) => {
      const match = pattern.exec(message);
      return match ? [nameOf(match.slice(1))] : [];
    }),
  );
  return [...new Set(found)];
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
  if (code === 'GRAPHQL_VALIDATION_FAILED') return { code, missing: missingIn(errors), schema };
  return { code };
}

const messageOf = (problem: Problem, error: AnsweredError, { name }: OperationMap): string =>
  problem.code === 'GRAPHQL_VALIDATION_FAILED' && problem.missing.length > 0
    ? `The gateway no longer has ${problem.missing.join(', ')}, which the operation ${name} asks for. It was generated for version ${problem.schema} of the schema: generate it again.`
    : error.message;

/**
 * What a caller is told of an answer that is an error.
 * @param error the one that decides; the others of the answer may add what else is missing
 */
export function errorFromAnswer(
  error: AnsweredError,
  errors: readonly AnsweredError[],
  operation: OperationMap,
  place: { requestId: string; status: number },
): ConcordError {
  const problem = problemOf(error, errors, operation);
  return new ConcordError(problem, messageOf(problem, error, operation), place);
}
