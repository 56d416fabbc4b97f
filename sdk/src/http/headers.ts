import { ConcordError } from '../errors/concord-error.ts';

/** What a header can carry without a change on its way (RFC 9110, section 5.5). */
const sendable = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

const traceparentForm = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Headers whose values can be sent as they are.
 * @throws ConcordError INVALID_OPTION, which names the header and repeats nothing of its value
 */
export function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== 'string' || !sendable.test(value))
      throw new ConcordError({ code: 'INVALID_OPTION' }, `The value of the header ${name} cannot be sent.`);
  }
  return { ...headers };
}

/** The header of a trace; nothing for what is none, as a trace is never worth a request. */
export function traceHeaders(traceparent: (() => string | undefined) | undefined): Record<string, string> {
  try {
    const given = traceparent?.();
    return given !== undefined && traceparentForm.test(given) ? { traceparent: given } : {};
  } catch {
    return {};
  }
}
