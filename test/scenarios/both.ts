import type { Taken } from '../actions/take.ts';
import type { Side } from '../support/world/sides.ts';

/** An officer who asks through the gateway. */
export interface Asks {
  run(
    document: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
    // biome-ignore lint/suspicious/noExplicitAny: what an operation answers is a matter of its document
  ): Promise<{ data: any; codes: unknown[]; withheld: string[] }>;
}

/** Both agencies and the gateway: in this process, or as `npm start` runs them. */
export interface Both {
  /** @param subject the officer; the agency's one of that role unless it is said */
  as(side: Side, role: string, subject?: string): Asks;
  /** Waits until something holds, while messages between the agencies arrive. */
  until(holds: () => Promise<boolean>): Promise<void>;
}

export const [BELARUS, RUSSIA] = ['BELARUS', 'RUSSIA'] as const;

/** An action that must be taken. */
export function taken(result: Taken): Taken & { of: string } {
  const { of } = result;
  if (of === undefined) throw new Error(JSON.stringify(result));
  return { ...result, of };
}
