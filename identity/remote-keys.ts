import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  type FetchImplementation,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  type RemoteJWKSet,
} from 'jose';
import { boundedFetch } from './bounded-fetch.ts';

/** In milliseconds. */
export interface KeyTimings {
  /** Longest time that a provider may take to answer. */
  timeout: number;
  /** After a fetch, a token of an unknown key causes no other one for so long. */
  cooldown: number;
  /** Between two fetches while all is well: how soon a withdrawn key is noticed. */
  refreshEvery: number;
  /** Between two attempts while the provider is away. */
  retryEvery: number;
  /** Greatest age that keys may reach while the provider is away. */
  longestAge: number;
}

/**
 * Keys outlive an outage of their provider by a day. No token is accepted for longer than that after it was issued
 * (`longestLife`), so a provider that is really gone for a day has no token left that needs them; and a thief of a key
 * cannot keep it alive for ever by keeping this process from hearing that it was withdrawn.
 */
export const keyTimings: KeyTimings = {
  timeout: 3_000,
  cooldown: 10_000,
  refreshEvery: 5 * 60_000,
  retryEvery: 15_000,
  longestAge: 24 * 60 * 60_000,
};

export interface KeyEvents {
  /** Each time that the provider gave no keys. */
  failed(error: unknown): void;
  /** The first time that it gives some after that. */
  recovered(): void;
}

/** Fetches a key set, and fails for whatever is none, so that every failure is seen in one place. */
const fetchKeySet: FetchImplementation = async (url, options) => {
  const response = await boundedFetch(url, options);
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  const keySet = (await response.json()) as JSONWebKeySet;
  createLocalJWKSet(keySet);
  // It would replace good keys, and lock out all of an agency's officers until the next fetch.
  if (keySet.keys.length === 0) throw new Error('an empty set of keys');
  return Response.json(keySet);
};

/**
 * The keys of an identity provider that is asked over HTTP. The last set that it gave stays good while it is away:
 *
 *     none -- fetched --> fresh -- fetch failed --> kept -- older than `longestAge` --> none
 *                          ^                         |
 *                          +-------- fetched --------+
 *
 * They are fetched in the background between `start` and `stop`, and for a token when there are none, or when it names one that
 * is not among them.
 */
export class RemoteKeys {
  readonly #set: RemoteJWKSet;
  readonly #timings: KeyTimings;
  readonly #events: KeyEvents;
  #failure: { error: unknown; at: number } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #state: 'idle' | 'refreshing' = 'idle';

  constructor(url: URL, timings: KeyTimings, events: KeyEvents) {
    this.#timings = timings;
    this.#events = events;
    this.#set = createRemoteJWKSet(url, {
      timeoutDuration: timings.timeout,
      cooldownDuration: timings.cooldown,
      cacheMaxAge: timings.longestAge,
      [customFetch]: (...request) => this.#fetch(...request),
    });
  }

  /** The key that a token names. */
  readonly find: JWTVerifyGetKey = (header, token) => {
    const { cooldown } = this.#timings;
    const hasJustFailed = this.#failure !== undefined && Date.now() - this.#failure.at < cooldown;
    // Or tokens of invented keys would have a provider asked without end that is away, and all wait for it.
    if (hasJustFailed && this.isUsable && !this.#knows(header.kid)) throw this.#failure?.error;
    return this.#set(header, token);
  };

  /** True while there are keys that are not too old. */
  get isUsable(): boolean {
    return this.#set.fresh;
  }

  /** The reason why the last attempt brought no keys; undefined when it brought some. */
  get failure(): unknown {
    return this.#failure?.error;
  }

  start(): void {
    this.#state = 'refreshing';
    void this.#refresh();
  }

  stop(): void {
    this.#state = 'idle';
    clearTimeout(this.#timer);
  }

  #knows(kid: string | undefined): boolean {
    return this.#set.jwks()?.keys.some((key) => key.kid === kid) === true;
  }

  async #refresh(): Promise<void> {
    const { refreshEvery, retryEvery } = this.#timings;
    const delay = await this.#set.reload().then(
      () => refreshEvery,
      () => retryEvery,
    );
    if (this.#state === 'refreshing') this.#timer = setTimeout(() => void this.#refresh(), delay).unref();
  }

  async #fetch(...request: Parameters<FetchImplementation>): Promise<Response> {
    try {
      const response = await fetchKeySet(...request);
      if (this.#failure) this.#events.recovered();
      this.#failure = undefined;
      return response;
    } catch (error) {
      this.#failure = { error, at: Date.now() };
      this.#events.failed(error);
      throw error;
    }
  }
}
