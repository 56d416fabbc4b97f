import { performance } from 'node:perf_hooks';
import type { Histogram } from 'prom-client';
import type { Logger } from '../../server/log.ts';
import type { Agency } from '../../terms/agencies.ts';
import { KeptTokens, type NotPresented, type Presented } from './kept-tokens.ts';
import type { Asking, WayOut } from './way-out.ts';

/**
 * The token presented to an agency for a caller: at home their own token, abroad one for that agency alone. No token that is good
 * at the gateway or at home is ever sent abroad.
 */
export interface Presenting {
  present(asking: Asking): Presented | Promise<Presented | NotPresented>;
  close(): Promise<void>;
}

export interface PresentingOptions {
  /** By the agency whose officers go that way. */
  waysOut: ReadonlyMap<Agency, WayOut>;
  /** Histogram of the time that it took to get tokens for abroad, by home agency. */
  durations: Histogram<'agency' | 'outcome'>;
  log: Logger;
  kept?: KeptTokens;
}

/** Milliseconds for which a way out that has just failed is not tried again, or all would wait for one that hangs. */
const rest = 1_000;

const keyOf = ({ caller, mandate, audience }: Asking): string =>
  [caller.tokenHash, mandate.purpose, mandate.legalBasis, mandate.case ?? '', audience].join(' ');

export function createPresenting({
  waysOut,
  durations,
  log,
  kept = new KeptTokens(),
}: PresentingOptions): Presenting {
  const failures = new Map<Agency, { at: number; failure: NotPresented }>();

  async function obtain(home: Agency, asking: Asking) {
    const last = failures.get(home);
    if (last && performance.now() - last.at < rest) return last.failure;
    const observe = durations.startTimer({ agency: home });
    const obtained = (await waysOut.get(home)?.obtain(asking)) ?? {
      kind: 'unavailable' as const,
      reason: 'no way out',
    };
    observe({ outcome: 'token' in obtained ? 'obtained' : obtained.kind });
    if ('kind' in obtained && obtained.kind === 'unavailable') {
      log.warn({ agency: home, reason: obtained.reason }, 'officers cannot be made known abroad');
      failures.set(home, { at: performance.now(), failure: obtained });
    } else {
      failures.delete(home);
    }
    return obtained;
  }

  return {
    present(asking) {
      const { caller, audience } = asking;
      const home = caller.viewer.agency;
      if (home === audience) return { token: caller.token, hash: caller.tokenHash };
      return kept.get(keyOf(asking), () => obtain(home, asking));
    },
    async close() {
      kept.clear();
      for (const wayOut of waysOut.values()) await wayOut.close();
    },
  };
}
