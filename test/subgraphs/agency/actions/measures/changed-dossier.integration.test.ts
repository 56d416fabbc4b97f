import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { confirmedLink } from '../../../../support/hand-made-dossiers.ts';
import { domain, holding } from '../indicators/support.ts';
import { authorisedMeasure, type ClashingWorld, clashingWorld } from './support.ts';

const ground = 'Code of Criminal Procedure, Article 208';
const measure = 'VMEASURE0001';
const whole = { handlingCode: 'ON_RELEASE' } as const;

describe('a measure whose dossier changes after it was authorised', () => {
  let world: ClashingWorld;
  let number = 0;
  beforeAll(async () => {
    world = await clashingWorld();
  });

  const states = async (own: string, other: string) => [
    await world.stateOf('BELARUS', own, measure),
    await world.stateOf('RUSSIA', other, measure),
  ];

  /** A measure of each agency, compared; with what the dossiers hold of a thing that both may have. */
  async function compared(things: { here: string[]; there: string[] }, changed: Partial<DossierRecord> = {}) {
    number++;
    const [own, other] = [`BY-C00000000${number}`, `RU-C00000000${number}`];
    const held = (names: string[]) => names.map((name) => domain(`${name}${number}.example.org`));
    const by = { plannedBy: `officer-${number}`, ground };
    const measures = [authorisedMeasure(measure, { now: world.now, ...by })];
    await world.record('BELARUS', holding(own, held(things.here), { measures, ...whole, ...changed }));
    await world.record('RUSSIA', holding(other, held(things.there), { measures, ...whole }));
    await world.rounds(5);
    return { own, other, held };
  }

  /** Writes a change as a step does, with all that follows from it. */
  async function change(dossier: string, set: Partial<DossierRecord>): Promise<void> {
    const { writes } = world.of.BELARUS.stores;
    const before = await writes.read(dossier);
    if (!before) throw new Error(`there is no ${dossier}`);
    expect(await writes.note(before, { set, unset: [] })).toBe('WRITTEN');
  }

  test('is compared by what was added, and waits until that is told', async () => {
    const { own, other, held } = await compared({ here: ['own'], there: ['shared'] });
    expect(await states(own, other)).toEqual(['CLEAR', 'CLEAR']);
    await change(own, { infrastructure: held(['own', 'shared']) as never });
    await world.follow();
    expect(await world.stateOf('BELARUS', own, measure)).toBe('WAITING');
    await world.rounds(5);
    expect(await states(own, other)).toEqual(['CONFLICT', 'CONFLICT']);
  });

  test('is compared no more by what was taken out, and what was told of it is taken back', async () => {
    const { own, other, held } = await compared({ here: ['own', 'shared'], there: ['shared'] });
    expect(await states(own, other)).toEqual(['CONFLICT', 'CONFLICT']);
    await change(own, { infrastructure: held(['own']) as never });
    await world.rounds(5);
    expect(await states(own, other)).toEqual(['CLEAR', 'CLEAR']);
    const { models } = world.of.BELARUS;
    // Of what is taken back nothing says which measure it was of.
    const withdrawn = await models.measureTokens.find({ state: 'WITHDRAWN' }).lean();
    expect(withdrawn.length).toBeGreaterThan(0);
    for (const token of withdrawn)
      for (const part of ['measure', 'run', 'of', 'order', 'value', 'week'])
        expect(token).not.toHaveProperty(part);
  });

  test('is compared no more once the dossier is for its owner alone, and by whoever was cleared', async () => {
    for (const closing of [
      { handlingCode: 'ORIGINATOR_ONLY' as const },
      { status: { stage: 'ACQUITTED' } as never },
    ]) {
      const { own, other } = await compared({ here: ['shared'], there: ['shared'] });
      expect(await states(own, other)).toEqual(['CONFLICT', 'CONFLICT']);
      const status = 'status' in closing ? await statusOf(own, closing.status) : {};
      await change(own, { ...closing, ...status });
      await world.rounds(5);
      expect(await states(own, other)).toEqual(['NOT_COMPARED', 'CLEAR']);
    }
  });
  const statusOf = async (dossier: string, changed: object) => {
    const record = await world.of.BELARUS.stores.writes.read(dossier);
    return { status: { ...record?.status, ...changed } as never };
  };

  test('is compared by a link that was confirmed since, and no more by one that was withdrawn', async () => {
    const { own, other } = await compared({ here: ['one'], there: ['another'] });
    const { links } = confirmedLink(other);
    const { links: back } = confirmedLink(own);
    await change(own, { links });
    const { writes } = world.of.RUSSIA.stores;
    const there = await writes.read(other);
    if (!there) throw new Error(`there is no ${other}`);
    const linked = back.map((link) => ({ ...link, agency: 'BELARUS' as const }));
    await writes.note(there, { set: { links: linked }, unset: [] });
    await world.rounds(5);
    expect(await states(own, other)).toEqual(['CONFLICT', 'CONFLICT']);
    await change(own, { links: [] });
    await world.rounds(5);
    expect(await states(own, other)).toEqual(['CLEAR', 'CLEAR']);
  });

  test('takes of the day’s budget with each addition, so that nobody tries values out on one measure', async () => {
    // From the beginning of a day in UTC on, so that it is not over before all was tried.
    world.pass(86_400_000 - (world.now.getTime() % 86_400_000));
    const { own, held } = await compared({ here: ['first'], there: ['none'] });
    const names = ['first'];
    for (let tried = 1; tried <= 5; tried++) {
      names.push(`tried${tried}`);
      await change(own, { infrastructure: held(names) as never });
      await world.follow();
    }
    const { models } = world.of.BELARUS;
    const tokens = await models.measureTokens.distinct('of', { measure: `${own} ${measure}` });
    expect(tokens).toHaveLength(5);
    await world.rounds(5);
    expect(await world.stateOf('BELARUS', own, measure)).toBe('WAITING');
  });
});

test('a measure is clear once the other agency has what was told of it, and not while that is on its way', async () => {
  const world = await clashingWorld();
  const thing = [domain('slow.example.org')];
  const measures = [authorisedMeasure(measure, { now: world.now, ground })];
  await world.record('BELARUS', holding('BY-D000000001', thing, { measures }));
  await world.rounds(2);
  // From now on nothing comes through, from whichever side, and all waits.
  const { transport } = world;
  world.transport = async () => [];
  await world.rounds(3);
  const { models } = world.of.BELARUS;
  expect(await models.measureTokens.exists({ state: 'SENT' })).not.toBeNull();
  expect(await world.stateOf('BELARUS', 'BY-D000000001', measure)).toBe('WAITING');
  world.transport = transport;
  await world.rounds(2);
  expect(await world.stateOf('BELARUS', 'BY-D000000001', measure)).toBe('CLEAR');
});
