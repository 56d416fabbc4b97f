import { AsyncLocalStorage } from 'node:async_hooks';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Connection } from 'mongoose';
import { isLate } from '../../api/execution/answer-deadline.ts';
import { operationNamed } from '../../api/execution/asked-in.ts';
import type { Execute } from '../../api/execution/permission-executor.ts';

/** Of the mutation that runs: whether a write has left for the database. */
const running = new AsyncLocalStorage<{ hasWritten: boolean }>();

const writes = ['insert', 'update', 'delete', 'findAndModify', 'bulkWrite'];

/** Writes in a transaction count for nothing until it is committed. */
const mayHappen = (commandName: string, command: { autocommit?: unknown }): boolean =>
  commandName === 'commitTransaction' || (writes.includes(commandName) && command.autocommit !== false);

/**
 * Notes each write as it leaves. What a write throws does not tell: the driver tries one again by itself, and then throws that
 * there is no server, as if nothing had been sent.
 */
export function noteWrites(connection: Connection): void {
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    const mutation = running.getStore();
    if (mutation && mayHappen(commandName, command)) mutation.hasWritten = true;
  });
}

const unconfirmed = new WeakSet<object>();

const originalOf = (error: unknown): unknown =>
  error instanceof GraphQLError ? error.originalError : undefined;

/** Whether an error came after a write of an action that has no answer: it may or may not have happened. */
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
    const mutation = { hasWritten: false };
    try {
      const result = await running.run(mutation, () => run(request));
      for (const error of result.errors ?? [])
        if (mutation.hasWritten && !isActionAnswered(result, error)) unconfirmed.add(error);
      return result;
    } catch (error) {
      // One that goes on after its deadline can still write.
      if (error instanceof Error && (mutation.hasWritten || isLate(error))) unconfirmed.add(error);
      throw error;
    }
  };
