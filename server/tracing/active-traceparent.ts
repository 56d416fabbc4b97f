import { isSpanContextValid, type SpanContext, TraceFlags, trace } from '@opentelemetry/api';

/** Version, trace, parent, flags. Only a version above 00 may have more behind them (W3C Trace Context, section 3.2). */
const form = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/**
 * Reads a `traceparent` header. `tracestate` and `baggage` are not read: they are the caller's free text, and would go on
 * to the other agency and into the spans.
 * @returns undefined for one that is absent or malformed, which is no error: then there is no trace to go on with
 */
export function readTraceparent(header: unknown): SpanContext | undefined {
  const [, version, traceId, spanId, flags, more] = (typeof header === 'string' && form.exec(header)) || [];
  if (!traceId || !spanId || !flags || (version === '00' && more !== undefined)) return undefined;
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  const read = { traceId, spanId, traceFlags, isRemote: true };
  return isSpanContextValid(read) ? read : undefined;
}

export const writeTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-0${traceFlags & TraceFlags.SAMPLED}`;

/** The `traceparent` of the span that runs now; undefined where none does, as without an exporter. */
export function activeTraceparent(): string | undefined {
  const active = trace.getActiveSpan()?.spanContext();
  return active && isSpanContextValid(active) ? writeTraceparent(active) : undefined;
}
