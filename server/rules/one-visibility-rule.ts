import { GraphQLError, type ValidationRule } from 'graphql';
import { fieldsOf } from './fields-of.ts';

const message =
  'An operation may ask for `visibility` once, since each time a whole document is read. Send one operation for each.';

/**
 * Refuses an operation that asks what would be visible of two documents: each is read and validated as an operation is, and its
 * limits hold for one.
 *
 *     { visibility(document: "…") { … } }                                    is allowed
 *     { a: visibility(document: "…") { … } b: visibility(document: "…") { … } } is refused
 */
export const oneVisibilityRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const asked = fieldsOf(operation.selectionSet, context);
    if (asked.filter(({ name }) => name.value === 'visibility').length < 2) return;
    context.reportError(
      new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }),
    );
  },
});
