import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  validate,
} from 'graphql';
import { setScalars } from '../../schema/protect/set-scalars.ts';
import { callerError, hasTooManyTokens } from '../../server/errors.ts';
import { documentLimits } from '../../server/rules/document-limits.ts';
import { costOfReading, demandShallow, demandSmall, sizeOf } from '../../server/rules/document-size.ts';
import { bareDocument } from './bare-document.ts';

let schema: GraphQLSchema | undefined;

/**
 * The schema that clients see of the federation. It is built when it is first needed, since most processes never need
 * it.
 */
function apiSchema(): GraphQLSchema {
  if (schema) return schema;
  schema = buildSchema(readFileSync(new URL('../../schema/built/api.graphql', import.meta.url), 'utf8'), {
    assumeValid: true,
  });
  setScalars(schema);
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
 * Checks a document as the gateway would, within the same limits and at the same price, and hands the question on to the
 * agencies: they answer it from what they are given here, as the key of an entity. Both are given the whole of it, and so nothing of what
 * it says in the caller's own words. Its bytes are bounded by those of the body.
 * @param charge takes what it costs to validate the document
 * @throws BAD_USER_INPUT, QUERY_TOO_LARGE, TOO_MANY_REQUESTS
 */
export function questionOf(
  { document, operationName, as }: VisibilityArguments,
  charge: (cost: number) => void = () => undefined,
): { question: string } {
  let parsed: DocumentNode;
  try {
    parsed = parse(document, { maxTokens: documentLimits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw hasTooManyTokens(error) ? callerError('QUERY_TOO_LARGE', error.message) : refused([error]);
  }
  const size = sizeOf(parsed);
  charge(costOfReading(parsed, size));
  demandSmall(size);
  demandShallow(size);
  const errors = validate(apiSchema(), parsed, undefined, { maxErrors: 1 });
  if (errors.length > 0) throw refused(errors);
  const operation = parsed.definitions.find(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (!operationName || definition.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION)
    throw callerError('BAD_USER_INPUT', 'The document has no operation of this name.');
  const question = { document: print(bareDocument(parsed, operation)), operationName: null, as: as ?? {} };
  return { question: Buffer.from(JSON.stringify(question)).toString('base64url') };
}
