import type { ApplyResult } from '../../../subgraphs/agency/channel/stores/inbox.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import type { Role } from '../../../terms/enums.ts';
import { type Composed, composed } from '../composed/composed.ts';
import { atEndOfFile } from '../end-of-file.ts';
import { type AgencyInProcess, agencyInProcess, type Given } from './agency.ts';
import type { Officer } from './officer.ts';
import { otherSide, type Side, sides } from './sides.ts';
import { ownKeysOf, type Wire, wireBetween } from './wire.ts';

export interface WorldGiven extends Partial<Record<Side, Given>> {
  /** The time at which it begins. */
  start?: Date;
}

/** Both agencies on one clock that the test turns, with the channel between them that it carries. */
export interface World extends Wire, Record<Side, AgencyInProcess> {
  of: Readonly<Record<Side, AgencyInProcess>>;
  readonly now: Date;
  pass(milliseconds: number): void;
  as(side: Side, ...roles: Role[]): Officer;
  /** Lets time do at both what it does to requests and operations, and carries all messages until there are none. */
  settle(): Promise<ApplyResult[]>;
  /** The gateway in front of both, which answers by the clock of this machine; made when it is first asked for. */
  gateway(): Promise<Composed>;
  stop(): Promise<void>;
}

/** Both agencies over databases of their own; the end of the test file ends it. */
export async function world({ start = new Date(), ...given }: WorldGiven = {}): Promise<World> {
  const open = (definition: typeof belarus, side: Side) =>
    agencyInProcess(definition, { ownKeys: ownKeysOf(side), ...given[side] });
  const of = { BELARUS: await open(belarus, 'BELARUS'), RUSSIA: await open(russia, 'RUSSIA') };
  let now = start;
  let front: Promise<Composed> | undefined;
  const wire = wireBetween(of, () => now);
  const it = Object.assign(wire, of, {
    of,
    pass(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds);
    },
    as: (side: Side, ...roles: Role[]) => of[side].as(side, ...roles).at(now),
    async settle() {
      const results: ApplyResult[] = [];
      for (const side of sides) {
        await of[side].settleRequests(now);
        await of[side].settleOperations(now);
      }
      const speaking = new Set<Side>(sides);
      for (const from of speaking) {
        speaking.delete(from);
        const came = await wire.carryFrom(from);
        results.push(...came);
        // The receipts that came back have been taken in.
        await of[from].settleRequests(now);
        if (came.length > 0) for (const side of [otherSide(from), from]) speaking.add(side);
      }
      return results;
    },
    gateway() {
      front ??= composed({
        BELARUS: { definition: belarus, stores: of.BELARUS.stores },
        RUSSIA: { definition: russia, stores: of.RUSSIA.stores },
      });
      return front;
    },
    async stop() {
      await (await front)?.stop();
      await Promise.all(sides.map((side) => of[side].stop()));
    },
  });
  atEndOfFile(async () => (await front)?.stop());
  return Object.defineProperty(it, 'now', { get: () => now }) as typeof it & { readonly now: Date };
}
