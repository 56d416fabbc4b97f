import type { ClientSession } from 'mongoose';
import type { Comparing } from '../../../subgraphs/agency/actions/indicators/comparing.ts';
import type { StoredStep, When } from './places.ts';

/**
 * The same over stores that say, before and after each step by which a value is taken back, that they are there. Rounds take dummies back
 * too, and those are no such steps.
 * @param reached may never come back
 */
export function pausingStores(
  parts: Comparing,
  reached: (step: StoredStep, when: When) => Promise<void>,
): Comparing {
  const { alerts, indicators } = parts;
  const lettingGo = new WeakSet<ClientSession>();

  async function around<Result>(step: StoredStep, write: () => Promise<Result>): Promise<Result> {
    await reached(step, 'BEFORE');
    const result = await write();
    await reached(step, 'AFTER');
    return result;
  }

  return {
    ...parts,
    alerts: {
      ...alerts,
      replace(alert, messages) {
        const write = () => alerts.replace(alert, messages);
        const { withdrawn } = alert.alert;
        if (!withdrawn) return write();
        return around(withdrawn.by === 'OWN' ? 'CLOSING' : 'CLOSING_AS_TOLD', write);
      },
    },
    indicators: {
      ...indicators,
      async letGo(identifiers, session) {
        if ((await indicators.of(identifiers)).some(({ state }) => state === 'TOLD')) {
          lettingGo.add(session);
          await reached('LETTING_GO', 'BEFORE');
        }
        await indicators.letGo(identifiers, session);
      },
      async together(work) {
        const used = new Set<ClientSession>();
        const result = await indicators.together((session) => {
          used.add(session);
          return work(session);
        });
        if ([...used].some((session) => lettingGo.has(session))) await reached('LETTING_GO', 'AFTER');
        return result;
      },
      async send(decided) {
        const write = () => indicators.send(decided);
        const names = await Promise.all(decided.withdrawn.map((name) => indicators.named(name)));
        return names.some((each) => each?.indicator !== undefined) ? around('TELLING', write) : write();
      },
      async forget(from, names, taken) {
        const write = () => indicators.forget(from, names, taken);
        return (await alerts.of({ theirs: names })).length > 0 ? around('FORGETTING', write) : write();
      },
    },
  };
}
