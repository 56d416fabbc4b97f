import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';

/** The operations of a document, of which one is asked at a time. */
export const operationsIn = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
