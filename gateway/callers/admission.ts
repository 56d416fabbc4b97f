import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { refusal } from '../../server/errors.ts';
import type { RequestStep } from '../../server/request-step.ts';
import { caseRefusal } from '../../terms/mandate.ts';
import type { GatewayContext } from './gateway-context.ts';

const introspection = ['__schema', '__type', '__typename'];

const idempotencyKeyPattern = /^[A-Za-z0-9_-]{8,100}$/;
const keyRequired =
  'A mutation needs an `idempotency-key` header of 8 to 100 letters, digits, hyphens or underscores, such as a UUID; send it again with the same one.';

/** True for an operation that asks for the schema alone, and so reads nobody's records. */
export function asksSchemaOnly(
  operation: OperationDefinitionNode,
  fragments: Pick<ReadonlyMap<string, FragmentDefinitionNode>, 'get'>,
): boolean {
  // A fragment is judged once, however often it is spread.
  const judged = new Set<string>();
  const onlyIntrospection = (set: SelectionSetNode): boolean =>
    set.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return introspection.includes(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return onlyIntrospection(selection.selectionSet);
      if (judged.has(selection.name.value)) return true;
      judged.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      return fragment !== undefined && onlyIntrospection(fragment.selectionSet);
    });
  return operation.operation === 'query' && onlyIntrospection(operation.selectionSet);
}

/** The same of an operation of a document. A document that is asked again is the same object, and is judged once. */
function isOfSchemaAlone(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  const known = ofSchemaAlone.get(operation);
  if (known !== undefined) return known;
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const judged = asksSchemaOnly(operation, fragments);
  ofSchemaAlone.set(operation, judged);
  return judged;
}
const ofSchemaAlone = new WeakMap<OperationDefinitionNode, boolean>();

/**
 * Lets a request for records pass only when its caller is known and has a mandate; the schema alone can be read without
 * either.
 */
export const admission: RequestStep<GatewayContext> = {
  admit({ schema, document, operation, context }) {
    const { caller, mandate, idempotencyKey } = context;
    // No validation rule asks for the root type itself, and the gateway would fail on one that is not there.
    if (!schema.getRootType(operation.operation))
      throw refusal('GRAPHQL_VALIDATION_FAILED', `The schema has no ${operation.operation}.`);
    if (isOfSchemaAlone(operation, document)) return;
    if (!caller) throw refusal('UNAUTHENTICATED', 'Send your token as `authorization: Bearer …`.');
    if ('problem' in mandate) throw refusal('MANDATE_INVALID', mandate.problem);
    const notAssigned = caseRefusal(mandate.mandate, caller.viewer);
    if (notAssigned) throw refusal('CASE_NOT_ASSIGNED', notAssigned);
    if (operation.operation === 'mutation' && !idempotencyKeyPattern.test(idempotencyKey ?? '')) {
      throw refusal('IDEMPOTENCY_KEY_REQUIRED', keyRequired);
    }
  },
};
