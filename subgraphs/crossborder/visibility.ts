import { readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { callerError } from '../../server/errors.ts';

/** Fits every operation that the gateway itself would take. */
const maxTokens = 3_000;

let schema: GraphQLSchema | undefined;

/** What clients see of the federation. It is built when it is first asked for: most processes never are. */
function apiSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(new URL('../../schema/built/api.graphql', import.meta.url), 'utf8'), {
    assumeValid: true,
  });
  return schema;
}

interface VisibilityArguments {
  document: string;
  operationName?: string | null;
  as?: Record<string, unknown> | null;
}

const refused = (errors: readonly GraphQLError[]) => {
  const [first] = errors;
  const place = first?.locations?.[0];
  const where = place ? ` (line ${place.line}, column ${place.column} of \`document\`)` : '';
  return callerError('BAD_USER_INPUT', `The document is not valid: ${first?.message}${where}`);
};

/**
 * Checks a document as the gateway would, and hands the question on to the agencies: they answer it from what they are
 * given here, as the key of an entity.
 * @throws BAD_USER_INPUT
 */
export function questionOf({ document, operationName, as }: VisibilityArguments): { question: string } {
  let parsed: DocumentNode;
  try {
    parsed = parse(document, { maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError ? refused([error]) : error;
  }
  const errors = validate(apiSchema(), parsed, undefined, { maxErrors: 1 });
  if (errors.length > 0) throw refused(errors);
  const question = { document, operationName: operationName ?? null, as: as ?? {} };
  return { question: Buffer.from(JSON.stringify(question)).toString('base64url') };
}
