import type { RequestEventKind } from '../../../terms/enums.ts';

/** Where the clock of a request stands. */
export type RequestDue =
  /** It has ended. */
  | { state: 'ended'; at: string }
  | { state: 'running'; from: string; until: string }
  | { state: 'stopped' }
  | { state: 'not-yet' };

interface Timed {
  receivedAt: string | null;
  deadline: string | null;
  endedAt: string | null;
  events: readonly { kind: RequestEventKind; at: string }[];
}

/** The time to answer counts from the receipt; the time for which the clock stood still is no part of it. */
export function dueOfRequest({ receivedAt, deadline, endedAt, events }: Timed): RequestDue {
  if (endedAt !== null) return { state: 'ended', at: endedAt };
  if (receivedAt === null) return { state: 'not-yet' };
  if (deadline === null) return { state: 'stopped' };
  const at = (kind: RequestEventKind) => Date.parse(events.find((event) => event.kind === kind)?.at ?? '');
  const stoodStill = at('CLARIFIED') - at('QUESTIONED') || 0;
  const from = new Date(Date.parse(receivedAt) + stoodStill).toISOString();
  return { state: 'running', from, until: deadline };
}
