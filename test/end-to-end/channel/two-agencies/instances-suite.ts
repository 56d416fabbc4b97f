import { officersOf } from '../../../support/end-to-end/channel/officers.ts';
import { databaseOf, untilQuiet } from '../../../support/end-to-end/channel/reader.ts';
import type { TwoAgencies } from '../../../support/end-to-end/channel/two-agencies.ts';
import type { Launched } from '../../../support/end-to-end/processes.ts';
import { freePort } from '../../../support/end-to-end/stack.ts';
import { until } from '../../../support/end-to-end/until.ts';
import { long } from '../../../support/long.ts';

export function instancesSuite(agencies: TwoAgencies): void {
  const [belarus, russia] = [databaseOf(agencies, 'belarus'), databaseOf(agencies, 'russia')];
  const longest = 300_000;
  /** How often an officer releases and recalls, each time. */
  const times = long.times(2, 4);

  interface Instance {
    port: string;
    process: Launched;
  }

  const officersAt = ({ port }: Instance) =>
    officersOf(agencies, 'belarus', { address: `http://localhost:${port}` });

  /** Grants and recalls releases of one dossier. @returns what must be told, in order */
  async function cause(instance: Instance, dossier: string, times: number): Promise<string[]> {
    const officers = officersAt(instance);
    const told: string[] = [];
    for (let i = 0; i < times; i++) {
      const release = await officers.release(dossier);
      await officers.recall(dossier, release);
      told.push(`granted ${release}`, `recalled ${release}`);
    }
    return told;
  }

  /** What of a dossier has arrived, in the order of its numbers. */
  const arrivedOf = async (dossier: string) =>
    (await russia.inbox())
      .filter(({ data }) => data.dossier === dossier)
      .map(({ type, data }) => `${type.split('.').at(-2)} R-${dossier}-${data.release}`);

  async function expectOnceAndInOrder(told: readonly string[], dossier: string): Promise<void> {
    expect(await arrivedOf(dossier)).toEqual(told);
    const noticed = (await russia.notices()).filter(({ data }) => data.dossier === dossier);
    expect(noticed).toHaveLength(told.length);
    for (const messages of [await belarus.outbox(), await russia.inbox()])
      expect(messages.map(({ number }) => number)).toEqual(messages.map((_, index) => index + 1));
  }

  // As before, for what follows.
  afterAll(() => agencies.restart('belarus'));

  test(
    'two instances of an agency send each message once and in order, also when the one that sends is killed',
    async () => {
      await agencies.kill('belarus');
      const instances: Instance[] = [];
      for (const port of [agencies.settings.BELARUS_PORT ?? '', String(await freePort())]) {
        const process = await agencies.start('belarus', { settings: { BELARUS_PORT: port } });
        instances.push({ port, process });
      }
      const [first, second] = instances as [Instance, Instance];
      const [one, other] = [await officersAt(first).record(), await officersAt(second).record()];
      // Officers at both at once, and one dossier at both by turns.
      const [atFirst, atSecond] = await Promise.all([cause(first, one, times), cause(second, other, times)]);
      for (const instance of instances) atFirst.push(...(await cause(instance, one, times)));
      await untilQuiet([belarus, russia]);
      await expectOnceAndInOrder(atFirst, one);
      await expectOnceAndInOrder(atSecond, other);

      const holder = await belarus.leaseHolder();
      const sending = instances.find(({ port }) => holder?.endsWith(`:${port}`));
      const surviving = instances.find((instance) => instance !== sending);
      if (!sending || !surviving) throw new Error(`${holder} is none of the instances`);
      // Russia has nobody to answer: what is sent now waits when its sender is killed.
      await agencies.kill('russia');
      atFirst.push(...(await cause(sending, one, times)), ...(await cause(surviving, one, times)));
      expect(await belarus.leaseHolder()).toBe(holder);
      sending.process.signal('SIGKILL');
      await sending.process.exited;
      await agencies.start('russia');

      atFirst.push(...(await cause(surviving, one, times)));
      await until(async () => (await belarus.leaseHolder())?.endsWith(`:${surviving.port}`) === true, 30_000);
      await untilQuiet([belarus, russia]);
      await expectOnceAndInOrder(atFirst, one);
      await expectOnceAndInOrder(atSecond, other);
    },
    longest,
  );
}
