import { type ExecutionResult, GraphQLError } from 'graphql';
import { type NotedWrites, notingWrites } from '../../storage/database/note-writes.ts';
import { isLate } from './in-time.ts';
import { operationNamed } from './operation-named.ts';
import type { Execute } from './operation-request.ts';

const unconfirmed = new WeakSet<object>();

const originalOf = (error: unknown): unknown =>
  error instanceof GraphQLError ? error.originalError : undefined;

/** Tells that an error came after a write of an action that has no answer: it may or may not have happened. */
export const isUnconfirmed = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (unconfirmed.has(error) || isUnconfirmed(originalOf(error)));

/** Actions stand in their agency's namespace. What fails inside of an answer is only missing in it. */
function isActionAnswered({ data }: ExecutionResult, { path }: GraphQLError): boolean {
  const [namespace = '', action = ''] = path ?? [];
  const own = data?.[namespace] as Record<string, unknown> | null | undefined;
  return own?.[action] != null;
}

/** Executes operations, and remembers which errors leave an action unconfirmed. */
export const confirming =
  (run: Execute): Execute =>
  async (request) => {
    const operation = operationNamed(request.document, request.operationName);
    if (operation?.operation !== 'mutation') return run(request);
    const mutation: NotedWrites = { hasWritten: false };
    try {
      const result = await notingWrites(mutation, () => run(request));
      for (const error of result.errors ?? [])
        if (mutation.hasWritten && !isActionAnswered(result, error)) unconfirmed.add(error);
      return result;
    } catch (error) {
      // One that goes on after its deadline can still write.
      if (error instanceof Error && (mutation.hasWritten || isLate(error))) unconfirmed.add(error);
      throw error;
    }
  };
