import { GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';

/** A document of the editor, judged before it is sent. */
export type Judged =
  | {
      state: 'ready';
      operation: 'query' | 'mutation' | 'subscription';
      /** Undefined where there is one alone, whatever the editor still remembers of an earlier one. */
      operationName: string | undefined;
      /** The actions of a mutation, such as `belarus.recallRelease`. */
      actions?: string[];
    }
  | { state: 'empty' }
  | { state: 'syntax-error'; message: string; line: number; column: number }
  /** Several operations, and none is named. */
  | { state: 'ambiguous' };

const isOperation = (node: { kind: string }): node is OperationDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION;

/** The actions of a mutation, such as `belarus.recallRelease`. */
function actionsIn({ selectionSet }: OperationDefinitionNode): string[] {
  return selectionSet.selections.flatMap((root) =>
    root.kind === Kind.FIELD
      ? (root.selectionSet?.selections ?? []).flatMap((action) =>
          action.kind === Kind.FIELD && action.name.value !== '__typename'
            ? `${root.name.value}.${action.name.value}`
            : [],
        )
      : [],
  );
}

const withoutComments = (text: string) => text.replace(/^\s*#.*$/gm, '').trim();

/**
 * Judges a document: a mistake in it is told with its place, and costs no request.
 * @param operationName which of several is meant
 */
export function judge(document: string, operationName?: string): Judged {
  if (withoutComments(document) === '') return { state: 'empty' };
  try {
    const operations = parse(document).definitions.filter(isOperation);
    const isAlone = operations.length === 1;
    const chosen = isAlone ? operations[0] : operations.find(({ name }) => name?.value === operationName);
    if (!chosen) return { state: 'ambiguous' };
    return {
      state: 'ready',
      operation: chosen.operation,
      operationName: isAlone ? undefined : operationName,
      ...(chosen.operation === 'mutation' && { actions: actionsIn(chosen) }),
    };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line = 1, column = 1 } = error.locations?.[0] ?? {};
    return { state: 'syntax-error', message: error.message.replace(/^Syntax Error: /, ''), line, column };
  }
}

/**
 * The name of the operation at a place of a document, where it has one.
 * @param offset characters before the place
 */
export function operationAt(document: string, offset: number): string | undefined {
  try {
    return parse(document)
      .definitions.filter(isOperation)
      .find(({ loc }) => loc && loc.start <= offset && offset <= loc.end)?.name?.value;
  } catch {
    return undefined;
  }
}
