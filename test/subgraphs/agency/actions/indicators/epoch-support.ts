import { isEnded } from '../../../../../subgraphs/agency/records/indicators/epoch-record.ts';
import { type Message, newMessageId } from '../../../../../subgraphs/agency/records/messages/message.ts';
import { type Agency, agencyNames } from '../../../../../terms/agencies.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import { newEpoch, otherOf } from '../../../../support/two-key/change-keys.ts';
import { type Comparing, comparingWorld, quick } from '../../../../support/world/comparing.ts';

export const pace = { ...quick, slots: 4 };

/** Both agencies, whose keys change. */
export async function epochWorld(given: Pick<Comparing, 'onWrongProof'> = {}) {
  const world = await comparingWorld({ pace, ...given });
  const it = Object.assign(world, {
    models: (agency: Agency) => world.of[agency].models,
    /** Has agencies hold an identifier. @returns its name */
    async hold(number: number, agencies: readonly Agency[] = agencyNames) {
      const value = `+375${290_000_000 + number * 1_000}`;
      const indicator = testNaming.idOf('PHONE', value);
      for (const agency of agencies)
        await world.of[agency].models.sightings.create({
          _id: `${agency}-${number} ${indicator}`,
          dossier: `${agency}-${number}`,
          indicator,
          kind: 'PHONE',
          value,
          cases: [`${agency === 'BELARUS' ? 'BY' : 'RU'}-2026-${String(number).padStart(6, '0')}`],
          at: world.now,
          isImported: false,
          change: 'HELD',
        });
      return indicator;
    },
    /** The states of an agency's alerts, by the identifiers that they are of. */
    async alertsOf(agency: Agency) {
      const alerts = await world.of[agency].models.alerts.find().lean();
      return alerts.map(({ indicator, state }) => `${indicator} ${state}`).sort();
    },
    epochOf: (agency: Agency) =>
      world.of[agency].models.indicatorEpochs.findById(`${otherOf(agency)} ${newEpoch}`).lean(),
    /** Lets rounds go by until the change has ended at both. */
    async untilDone(each?: (message: Message) => Message | undefined) {
      let parked = 0;
      for (let round = 0; round < 30; round++) {
        const epochs = await Promise.all(agencyNames.map(it.epochOf));
        if (epochs.every((epoch) => epoch && isEnded(epoch))) return parked;
        parked += await it.rounds(1, each);
      }
      throw new Error('the change never ended');
    },
    /** Belarus says something to Russia that it would not say by itself. */
    async say(type: string, data: object) {
      it.pass(1);
      const id = newMessageId(world.now);
      const given = JSON.parse(JSON.stringify(data)) as unknown;
      const meta = { id, key: id, type, from: 'BELARUS', to: 'RUSSIA', number: 1 } as const;
      return world.of.RUSSIA.effects.get(type)?.({
        ...meta,
        at: world.now,
        now: world.now,
        receivedAt: world.now,
        data: given,
      });
    },
    /** What Russia has to say, which nobody is told. */
    async unsaid() {
      const said: Message[] = [];
      for (const pending of world.of.RUSSIA.pending) {
        const { messages, letGo } = await pending.read(50);
        said.push(...messages);
        await letGo();
      }
      return said;
    },
  });
  return it;
}
export type EpochWorld = Awaited<ReturnType<typeof epochWorld>>;
