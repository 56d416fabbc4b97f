import { openAgency } from '../../../subgraphs/agency/agency.ts';
import type { IndicatorKeys } from '../../../subgraphs/agency/matching/two-key/indicator-key-settings.ts';
import type { OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import type { ComparingPace } from '../../../subgraphs/agency/records/indicators/comparing-pace.ts';
import type { Message } from '../../../subgraphs/agency/records/messages/message.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import type { Agency } from '../../../terms/agencies.ts';
import { lentDatabase, withDatabase } from '../../support/database.ts';
import { testKeys, testNaming } from '../../support/match-keys.ts';
import { newKeys } from '../../support/two-key/change-keys.ts';
import { sharedComparing } from '../../support/two-key/shared-comparing.ts';

/** Two agencies over databases of their own, which hand each other their messages by hand. */
export interface TwoAgencies {
  of: Readonly<Record<Agency, OpenedAgency>>;
  /** What was handed to each agency, in its order. */
  heard: Readonly<Record<Agency, Message[]>>;
  /** Hands over everything that waits, both ways, until nothing does. @returns the number of messages that were parked */
  handOver(now: Date, each?: (message: Message) => Message | undefined): Promise<number>;
  close(): Promise<void>;
}

/** The ends of an agency's channel, without the channel. */
type Ends = Pick<OpenedAgency, 'pending' | 'effects'>;

/** Messages that are read of one place together. */
const atOnce = 50;

/** Carries messages between agencies by hand, in the order of their ids, and keeps what each was handed. */
export function carrying(of: Readonly<Record<Agency, Ends>>): Pick<TwoAgencies, 'heard' | 'handOver'> {
  const heard: Record<Agency, Message[]> = { BELARUS: [], RUSSIA: [] };

  async function handOverFrom(
    from: Agency,
    now: Date,
    each: (message: Message) => Message | undefined,
  ): Promise<{ handed: number; parked: number; isMore: boolean }> {
    let [handed, parked, isMore] = [0, 0, false];
    for (const pending of of[from].pending) {
      const batch = await pending.read(atOnce);
      if (batch.messages.length >= atOnce) isMore = true;
      const inOrder = [...batch.messages].sort((one, other) => (one.id < other.id ? -1 : 1));
      for (const given of inOrder) {
        handed++;
        const message = each(given);
        if (!message) continue;
        heard[message.to].push(message);
        const apply = of[message.to].effects.get(message.type);
        // As it travels: what JSON does not keep is lost.
        const data: unknown = JSON.parse(JSON.stringify(message.data));
        const { id, at, type, to } = message;
        const result = await apply?.({
          id,
          at,
          type,
          to,
          from,
          number: 1,
          key: id,
          now,
          receivedAt: now,
          data,
        });
        if (result !== 'APPLIED' && result !== 'NOT_YET') parked++;
      }
      await batch.letGo();
    }
    return { handed, parked, isMore };
  }

  return {
    heard,
    async handOver(now, each = (message) => message) {
      let parked = 0;
      // An agency that was handed nothing since it was read has nothing more to say.
      const speaking = new Set<Agency>(['BELARUS', 'RUSSIA']);
      for (const from of speaking) {
        speaking.delete(from);
        const { handed, parked: more, isMore } = await handOverFrom(from, now, each);
        parked += more;
        if (isMore) speaking.add(from);
        if (handed > 0) speaking.add(from === 'BELARUS' ? 'RUSSIA' : 'BELARUS');
      }
      return parked;
    },
  };
}

interface Comparing {
  pace: ComparingPace;
  keys?: Record<Agency, IndicatorKeys>;
  onWrongProof?: (other: Agency, fault: string) => void;
}

/** @param server the connection string of a server, on which each agency has a database of its own */
export const twoAgencies = (server: string, name: string, comparing: Comparing): Promise<TwoAgencies> =>
  openBoth((agency) => withDatabase(server, `${name}_${agency.toLowerCase()}`), comparing);

/** The same over databases that an earlier file of tests may have given back, which these are when they close. */
export async function lentAgencies(comparing: Comparing): Promise<TwoAgencies> {
  const databases = { BELARUS: lentDatabase('BELARUS'), RUSSIA: lentDatabase('RUSSIA') };
  const world = await openBoth((agency) => databases[agency].uri, comparing);
  return {
    ...world,
    async close() {
      await world.close();
      await Promise.all(Object.values(databases).map((database) => database.drop()));
    },
  };
}

async function openBoth(
  uriOf: (agency: Agency) => string,
  { pace, keys = newKeys(), onWrongProof }: Comparing,
): Promise<TwoAgencies> {
  const comparingOf = await sharedComparing();
  const open = (definition: AgencyDefinition) =>
    openAgency(
      definition,
      { uri: uriOf(definition.agency) },
      {
        matchKeys: testKeys,
        naming: testNaming,
        indicatorKeys: keys[definition.agency],
        pace,
        comparingOf,
        ...(onWrongProof && { onWrongProof }),
      },
    );
  const of = { BELARUS: await open(belarus), RUSSIA: await open(russia) };
  const carried = carrying(of);

  return {
    of,
    ...carried,
    async close() {
      await Promise.all(Object.values(of).map((agency) => agency.close()));
    },
  };
}
