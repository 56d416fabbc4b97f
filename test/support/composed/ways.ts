import type { FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';

/** Operations that were run, by their way (`server/short-way.ts`). */
export interface Ways {
  prepared: number;
  judged: number;
}

/** The ways that a test can ask for: the short one, once a text is prepared, and that of Apollo Server. */
export type Way = 'short' | 'judged';

/** The names of requests: each is passed on to every process, which chooses the way by it. */
export const requestIds: Record<Way, string> = { short: 'request-0001', judged: 'request-0001-judged' };

/** The choice of each process. */
export const mayGoShort = ({ id }: Pick<FastifyRequest, 'id'>): boolean => id !== requestIds.judged;

/** An answer in which nothing tells the way that it has come. */
export const underOneId = (text: string): string => text.replaceAll(requestIds.judged, requestIds.short);

/** Sends every other request for a text to Apollo Server, so that the tests of what is answered are tests of both ways. */
export function takingTurns(): (text: string) => Way {
  const asked = new Map<string, number>();
  return (text) => {
    const times = asked.get(text) ?? 0;
    asked.set(text, times + 1);
    return times % 2 === 0 ? 'short' : 'judged';
  };
}

/** The operations that a process has run. */
export async function waysIn(registry: Registry): Promise<Ways> {
  const metric = await registry.getSingleMetric('concord_operations_run_total')?.get();
  const of = (way: keyof Ways) => metric?.values.find(({ labels }) => labels.way === way)?.value ?? 0;
  return { prepared: of('prepared'), judged: of('judged') };
}

export const added = (one: Ways, other: Ways): Ways => ({
  prepared: one.prepared + other.prepared,
  judged: one.judged + other.judged,
});
