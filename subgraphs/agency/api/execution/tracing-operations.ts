import { inSpan } from '../../../../server/tracing/in-span.ts';
import { operationNamed } from './operation-named.ts';
import type { Execute } from './operation-request.ts';

/** Executes each operation within a span, which says whether it is a query or a mutation, and nothing else of it. */
export const tracingOperations =
  (run: Execute): Execute =>
  (request) => {
    const type = operationNamed(request.document, request.operationName)?.operation;
    const attributes = { ...(type && { 'graphql.operation.type': type }) };
    return inSpan('graphql.execute', { attributes }, () => run(request));
  };
