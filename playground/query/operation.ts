import { GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';

/** A document of the editor, judged before it is sent. */
export type Judged =
  | { state: 'ready'; operation: 'query' | 'mutation' | 'subscription' }
  | { state: 'empty' }
  | { state: 'syntax-error'; message: string; line: number; column: number }
  /** Several operations, and none is named. */
  | { state: 'ambiguous' };

const isOperation = (node: { kind: string }): node is OperationDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION;

const withoutComments = (text: string) => text.replace(/^\s*#.*$/gm, '').trim();

/** Judges a document: a mistake in it is told with its place, and costs no request. */
export function judge(document: string, operationName?: string): Judged {
  if (withoutComments(document) === '') return { state: 'empty' };
  try {
    const operations = parse(document).definitions.filter(isOperation);
    const chosen =
      operations.length === 1 && !operationName
        ? operations[0]
        : operations.find(({ name }) => name?.value === operationName);
    return chosen ? { state: 'ready', operation: chosen.operation } : { state: 'ambiguous' };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line = 1, column = 1 } = error.locations?.[0] ?? {};
    return { state: 'syntax-error', message: error.message.replace(/^Syntax Error: /, ''), line, column };
  }
}
