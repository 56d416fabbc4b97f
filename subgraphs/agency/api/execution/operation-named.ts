import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';

/** The operation of a document that has this name, or the first where none is asked for. */
export const operationNamed = (
  document: DocumentNode,
  name: string | null | undefined,
): OperationDefinitionNode | undefined =>
  document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && (!name || definition.name?.value === name),
  );
