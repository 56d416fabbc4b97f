import { type Span, SpanKind, trace } from '@opentelemetry/api';
import type mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { failSpan, tracer } from '../../../../server/tracing/in-span.ts';

type Started = mongoose.mongo.CommandStartedEvent;

/** The collection alone, of all that a command says: most name it by their first field, `getMore` by one of its own. */
function collectionOf({ commandName, command }: Started): string | undefined {
  const named: unknown = command.collection ?? command[commandName];
  return typeof named === 'string' ? named : undefined;
}

/**
 * Makes a span of each MongoDB command that is sent for a request or a message which is traced. What a process does by itself,
 * such as looking for messages each second, would bury them.
 */
export function traceCommands(connection: Connection): void {
  const client = connection.getClient();
  const sent = new Map<number, Span>();
  const end = (requestId: number, failure?: Error) => {
    const span = sent.get(requestId);
    if (!span) return;
    sent.delete(requestId);
    if (failure) failSpan(span, failure);
    span.end();
  };
  client.on('commandStarted', (started) => {
    if (!trace.getActiveSpan()?.isRecording()) return;
    const { requestId, commandName, databaseName } = started;
    const collection = collectionOf(started);
    const attributes = {
      'db.system.name': 'mongodb',
      'db.namespace': databaseName,
      'db.operation.name': commandName,
      ...(collection !== undefined && { 'db.collection.name': collection }),
    };
    sent.set(requestId, tracer().startSpan('mongodb', { kind: SpanKind.CLIENT, attributes }));
  });
  client.on('commandSucceeded', ({ requestId }) => end(requestId));
  client.on('commandFailed', ({ requestId, failure }) => end(requestId, failure));
}
