import {
  type Attributes,
  context,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  type SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { SpanName } from './exported-span.ts';

export const tracer = (): Tracer => trace.getTracer('concord');

export interface SpanOptions {
  kind?: SpanKind;
  attributes?: Attributes;
  /** The parent to use in place of the span that runs now; `none` begins a trace. */
  parent?: SpanContext | 'none';
}

function parentContext(parent: SpanOptions['parent']) {
  if (parent === undefined) return context.active();
  return parent === 'none' ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
}

/** A span has failed: its kind of error is told, and never its message, which can repeat what a record holds. */
export function failSpan(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
}

/** Does work within a span of its own, which ends with it. Without an exporter it is the work alone. */
export function inSpan<T>(
  name: SpanName,
  { parent, ...options }: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  return tracer().startActiveSpan(name, options, parentContext(parent), async (span) => {
    try {
      return await work(span);
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Says of the span that runs now, if one does, what has come of it. */
export function noteOutcome(outcome: string, isFailure: boolean): void {
  const span = trace.getActiveSpan();
  span?.setAttribute('concord.outcome', outcome);
  if (isFailure) span?.setStatus({ code: SpanStatusCode.ERROR });
}
