import { type SpanContext, trace } from '@opentelemetry/api';
import { LRUCache } from 'lru-cache';

/** The requests that messages came with, so that applying a message is traced with the request that brought it. */
export interface ArrivedIn {
  /** Messages came with the request that is answered now. */
  note(ids: readonly string[]): void;
  /** Undefined for a message that an earlier process took, or that came in no trace. */
  requestOf(id: string): SpanContext | undefined;
}

/** The requests are kept in this process alone: a trace is no evidence, and a message is applied moments after it came. */
const mostKept = 1_000;

export function createArrivedIn(): ArrivedIn {
  const requests = new LRUCache<string, SpanContext>({ max: mostKept });
  return {
    note(ids) {
      const span = trace.getActiveSpan();
      if (!span?.isRecording()) return;
      for (const id of ids) requests.set(id, span.spanContext());
    },
    requestOf: (id) => requests.get(id),
  };
}
