import { readFileSync } from 'node:fs';
import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { Counter, type Registry } from 'prom-client';
import type { Logger } from '../server/log.ts';
import type { Agency } from '../terms/agencies.ts';
import { type KeyTimings, keyTimings, RemoteKeys } from './remote-keys.ts';

/** An agency's own identity provider: where its keys are, and the `iss` of its tokens. */
export interface Issuer {
  agency: Agency;
  issuer: string;
  /** `https:` or `http:` for a provider's JWKS, `file:` for pinned keys. */
  jwks: URL;
  /** A claim that its access tokens have and its ID tokens have not, where it does not mark them as RFC 9068 has it. */
  accessTokenClaim?: { name: string; value: string } | undefined;
  /** True if two subjects that differ in capitals alone are one officer to the provider. Exact unless it is said. */
  subjects?: 'exact' | 'ignoring-case';
}

/** The keys of all identity providers. */
export interface IssuerKeys {
  /** The keys of one, by the `iss` of its tokens; undefined for a stranger. */
  of(issuer: string): { agency: Agency; find: JWTVerifyGetKey } | undefined;
  /** The providers without usable keys, in words for an operator: this process is not ready without them. */
  missing(): string[];
  /** The providers that give no keys at the moment, whose earlier ones are used; in words for an operator. */
  warnings(): string[];
  /** Begins to fetch keys in the background, at once and again and again. */
  start(): void;
  stop(): void;
}

export interface IssuerKeysOptions {
  timings?: KeyTimings;
  /** Registry and log for failures. */
  told?: { registry: Registry; log: Logger };
}

/** A code or a short message of our own or of Node's; no content of what the provider has sent. */
function reasonOf(error: unknown): string {
  if (!(typeof error === 'object' && error !== null)) return 'unknown';
  const cause: unknown = Reflect.get(error, 'cause');
  const code = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : undefined;
  const message = String(Reflect.get(error, 'message'));
  return String(code ?? (/^(status |an empty set)/.test(message) ? message : Reflect.get(error, 'name')));
}

/** Counts each failure, and logs the first one of an outage and its end. */
function eventsOf(told: IssuerKeysOptions['told']) {
  if (!told) return () => ({ failed: () => undefined, recovered: () => undefined });
  const { registry, log } = told;
  const failures = new Counter({
    name: 'concord_jwks_failures_total',
    help: 'Attempts to fetch the keys of an identity provider that failed',
    labelNames: ['issuer'],
    registers: [registry],
  });
  return ({ agency }: Issuer) => {
    failures.inc({ issuer: agency }, 0);
    let isAway = false;
    return {
      failed(error: unknown) {
        failures.inc({ issuer: agency });
        if (!isAway) log.warn({ issuer: agency, reason: reasonOf(error) }, 'identity provider gives no keys');
        isAway = true;
      },
      recovered() {
        isAway = false;
        log.info({ issuer: agency }, 'identity provider gives keys again');
      },
    };
  };
}

/** The keys of each agency's identity provider, pinned in a file or asked for over HTTP. */
export function issuerKeys(issuers: readonly Issuer[], options: IssuerKeysOptions = {}): IssuerKeys {
  const eventsFor = eventsOf(options.told);
  const remote: { agency: Agency; keys: RemoteKeys }[] = [];
  const find = (issuer: Issuer): JWTVerifyGetKey => {
    const { agency, jwks } = issuer;
    if (jwks.protocol === 'file:') return createLocalJWKSet(JSON.parse(readFileSync(jwks, 'utf8')));
    const keys = new RemoteKeys(jwks, options.timings ?? keyTimings, eventsFor(issuer));
    remote.push({ agency, keys });
    return keys.find;
  };
  const known = new Map(
    issuers.map((issuer) => [issuer.issuer, { agency: issuer.agency, find: find(issuer) }]),
  );
  return {
    of: (issuer) => known.get(issuer),
    missing: () =>
      remote
        .filter(({ keys }) => !keys.isUsable)
        .map(({ agency }) => `keys of the identity provider of ${agency}`),
    warnings: () =>
      remote
        .filter(({ keys }) => keys.isUsable && keys.failure !== undefined)
        .map(
          ({ agency, keys }) =>
            `the identity provider of ${agency} gives no keys (${reasonOf(keys.failure)}); those that it gave before are used`,
        ),
    start() {
      for (const { keys } of remote) keys.start();
    },
    stop() {
      for (const { keys } of remote) keys.stop();
    },
  };
}
