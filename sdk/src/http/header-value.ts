import { ConcordError } from '../errors/concord-error.ts';

/** Values that a header can carry unchanged (RFC 9110, section 5.5). */
const sendable = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

export const isSendable = (value: unknown): value is string =>
  typeof value === 'string' && sendable.test(value);

/**
 * A value of a header that can be sent as it is.
 * @throws ConcordError INVALID_OPTION, which names the header and repeats nothing of its value
 */
export function headerValue(name: string, value: unknown): string {
  if (isSendable(value)) return value;
  throw new ConcordError({ code: 'INVALID_OPTION' }, `The value of the header ${name} cannot be sent.`);
}
