import { ConcordError } from '../errors/concord-error.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

const invalid = (message: string) => new ConcordError({ code: 'INVALID_OPTION' }, message);

/**
 * The address that requests go to.
 * @param page where a path starts from: the page's own address in a browser
 * @throws ConcordError INVALID_OPTION for an address that would send the token in the clear, or none
 */
export function endpointFrom(endpoint: string | URL, allowHttp: boolean, page: string | undefined): string {
  // A page would make a path of anything.
  if (!endpoint || !URL.canParse(String(endpoint), page)) throw invalid('`endpoint` is not an address.');
  const url = new URL(endpoint, page);
  if (url.username || url.password) throw invalid('`endpoint` must not have a user or a password.');
  const isHttp = url.protocol === 'http:' && (allowHttp || loopback.includes(url.hostname));
  const isOwnOrigin = page !== undefined && url.origin === new URL(page).origin;
  if (url.protocol !== 'https:' && !isHttp && !isOwnOrigin)
    throw invalid('`endpoint` must be an https: address, or `allowHttp` be set.');
  return url.href;
}
