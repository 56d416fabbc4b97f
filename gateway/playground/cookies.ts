import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Mode } from '../../server/settings.ts';

/** A cookie of the playground: no script can read it, and in production it is sent over TLS alone. */
export interface Cookie {
  read(request: FastifyRequest): string | undefined;
  set(reply: FastifyReply, value: string, maxAge: number): void;
  clear(reply: FastifyReply): void;
}

/**
 * For the whole host, since a proxy may serve the page under any path; the `__Host-` prefix keeps other hosts of the
 * same domain from setting it. Development has no TLS, and so neither the prefix nor `Secure`.
 */
export function createCookie(purpose: string, sameSite: 'strict' | 'lax', mode: Mode): Cookie {
  const secure = mode === 'production';
  const name = `${secure ? '__Host-' : ''}concord-${purpose}`;
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite, secure };
  return {
    read: (request) => request.cookies[name],
    set: (reply, value, maxAge) => void reply.setCookie(name, value, { ...options, maxAge }),
    clear: (reply) => void reply.clearCookie(name, options),
  };
}
