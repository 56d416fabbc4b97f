import type { Caller } from './callers.ts';
import { metric } from './metrics.ts';
import type { StackAddress } from './stack.ts';

export interface Cost {
  /** Requests of the gateway to an agency's subgraph. */
  fetches: { belarus: number; russia: number };
  /** Commands that an agency's subgraph has sent to its database. */
  commands: { belarus: number; russia: number };
}

type PerAgency = Cost['fetches'];

const each = (combine: (one: number, other: number) => number, one: Cost, other: Cost): Cost => {
  const combined = (a: PerAgency, b: PerAgency): PerAgency => ({
    belarus: combine(a.belarus, b.belarus),
    russia: combine(a.russia, b.russia),
  });
  return {
    fetches: combined(one.fetches, other.fetches),
    commands: combined(one.commands, other.commands),
  };
};

/** What has been spent in a stack that nobody else uses, and what a query of this caller costs. */
export function costsOf(stack: StackAddress, caller: Caller) {
  async function counted(): Promise<Cost> {
    const fetches = (agency: string) =>
      metric(stack.gateway, 'concord_subgraph_fetch_seconds_count', { agency });
    const commands = (subgraph: string) => metric(subgraph, 'mongodb_driver_commands_seconds_count', {});
    return {
      fetches: { belarus: await fetches('BELARUS'), russia: await fetches('RUSSIA') },
      commands: { belarus: await commands(stack.belarus), russia: await commands(stack.russia) },
    };
  }

  async function spentOnce(work: () => Promise<unknown>): Promise<Cost> {
    const before = await counted();
    await work();
    return each((after, earlier) => after - earlier, await counted(), before);
  }

  /**
   * What some work costs. The lower of two counts: what a process does by itself meanwhile, such as looking for messages to
   * send, only adds.
   */
  const spentBy = async (work: () => Promise<unknown>): Promise<Cost> =>
    each(Math.min, await spentOnce(work), await spentOnce(work));

  /** Asks a query that was asked before: the first time, planning and compiling a large one can outlast an agency's deadline. */
  async function costOf(document: string, variables: Record<string, unknown>): Promise<Cost> {
    await caller.query(document, variables);
    const asked = async () => {
      const { body, text } = await caller.query(document, variables);
      if (body.errors) throw new Error(`the query failed: ${text}`);
    };
    // On a slow machine a large query lasts long enough to meet something of the process's own each time.
    return each(Math.min, await spentBy(asked), await spentBy(asked));
  }

  return { spentBy, costOf };
}
