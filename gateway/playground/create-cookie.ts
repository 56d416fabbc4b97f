import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Mode } from '../../server/settings.ts';

/** A cookie of the playground: no script can read it, and in production it is sent over TLS alone. */
export interface Cookie {
  read(request: FastifyRequest): string | undefined;
  /** @param maxAge in seconds; without it the cookie ends with the browser */
  set(reply: FastifyReply, value: string, maxAge?: number): void;
  clear(reply: FastifyReply): void;
}

const nameOf = (purpose: string, mode: Mode) => `${mode === 'production' ? '__Host-' : ''}concord-${purpose}`;

/**
 * For the whole host, since a proxy may serve the page under any path; the `__Host-` prefix keeps other hosts of the
 * same domain from setting it. Development has no TLS, and so neither the prefix nor `Secure`.
 */
export function createCookie(purpose: string, sameSite: 'strict' | 'lax', mode: Mode): Cookie {
  const name = nameOf(purpose, mode);
  const options: CookieSerializeOptions = {
    path: '/',
    httpOnly: true,
    sameSite,
    secure: mode === 'production',
  };
  return {
    read: (request) => request.cookies[name],
    set: (reply, value, maxAge) =>
      void reply.setCookie(name, value, { ...options, ...(maxAge !== undefined && { maxAge }) }),
    clear: (reply) => void reply.clearCookie(name, options),
  };
}

/**
 * The names of a request's cookies that begin with a purpose, without that beginning; the cookie set first comes first
 * (RFC 6265).
 */
export function purposesIn(request: FastifyRequest, beginning: string, mode: Mode): string[] {
  const prefix = nameOf(beginning, mode);
  return Object.keys(request.cookies)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
}
