import type { FastifyRequest } from 'fastify';
import { refusal } from '../../server/errors.ts';

/** Sent with every request of the page's scripts. */
export const pageHeader = 'concord-playground';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * True for a request from a script of the page itself. Another site can make a browser send the session's cookie, but
 * not this header: a browser asks first whether it may (CORS), and nobody here says yes. `sec-fetch-site` is the
 * browser's own word for where a request comes from, and no script can change it.
 */
export const isFromPage = (headers: Headers): boolean =>
  headers[pageHeader] === '1' && (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';

/** @throws FORBIDDEN unless a request comes from the page */
export async function requirePage(request: FastifyRequest): Promise<void> {
  if (isFromPage(request.headers)) return;
  throw refusal('FORBIDDEN', 'This address answers the playground only. Send your token to /graphql.');
}
