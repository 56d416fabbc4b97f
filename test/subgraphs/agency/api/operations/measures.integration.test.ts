import { confirmedLink } from '../../../../support/hand-made-dossiers.ts';
import { measureOf } from '../../../../support/hand-made-measures.ts';
import { bareDossier } from '../requests/support.ts';
import { type OperatingAgencies, operatingAgencies, read } from './support.ts';

const linked = 'BY-11NKED0000000001';
const unlinked = 'BY-N0T11NKED0000001';
const secret = 'BY-SECRET0000000001';
const measures = [measureOf('VPLANNED00001'), measureOf('VPLANNED00002')];

let world: OperatingAgencies;
let operation: string;
beforeAll(async () => {
  world = await operatingAgencies({
    BELARUS: [
      bareDossier(linked, { ...confirmedLink('RU-11NKED0000000001'), measures }),
      bareDossier(unlinked, { measures }),
      bareDossier(secret, { measures, handlingCode: 'ORIGINATOR_ONLY' }),
    ],
  });
  operation = await world.agreed();
});

const add = (dossier: string, measure = 'VPLANNED00001', officer = world.belarus.lead()) =>
  world.stepNow(officer, 'BELARUS', 'addOperationMeasure', {
    ...{ operation, measure: `${dossier} ${measure}` },
    need: { kind: 'SAME_DAY', by: world.day(1) },
  });

/** The plan of the other agency as its members read it, whole. */
const planThere = async () => {
  const { data } = await world.russia
    .lead()
    .run(
      `query ($id: ID!) { russia { operation(id: $id) { russia { plan { id kind state from until region need { kind by } target } } } } }`,
      { id: operation },
    );
  return data.russia.operation.russia.plan;
};

describe('a measure of an operation', () => {
  test('is told as a plan, and its target where that is a linked suspect', async () => {
    expect((await add(linked)).refused).toEqual([]);
    const { refused, half } = await add(unlinked);
    expect(refused).toEqual([]);
    await world.settle();
    // What is noted in dossiers makes no other version of what the officer has just read.
    expect(await world.versionOf('BELARUS', operation)).toBe(half.version);
    const plan = await planThere();
    expect(plan).toMatchObject([
      { kind: 'SEARCH', state: 'PLANNED', need: { kind: 'SAME_DAY', by: world.day(1) }, target: linked },
      { kind: 'SEARCH', target: null },
    ]);
    // Its place in the plan names it, and not its dossier or its own id.
    expect(JSON.stringify(plan)).not.toContain('VPLANNED');
    expect(JSON.stringify(plan)).not.toContain(unlinked);
  });

  test('is not told where the dossier is its owner’s alone, and to officers here it says so', async () => {
    const added = await add(secret);
    expect(added.half.measures.map(({ isTold }) => isTold)).toEqual([true, true, false]);
    await world.settle();
    expect(await planThere()).toHaveLength(2);
  });

  test('is told as it is now, within a minute, and taken back with its dossier’s secrecy', async () => {
    const of = { _id: unlinked };
    await world.BELARUS.models.dossiers.updateOne(of, { $set: { 'measures.0.state': 'AUTHORISED' } });
    await world.settle();
    expect((await planThere())[1]).toMatchObject({ state: 'AUTHORISED' });
    await world.BELARUS.models.dossiers.updateOne(of, { $set: { handlingCode: 'ORIGINATOR_ONLY' } });
    await world.settle();
    expect(await planThere()).toHaveLength(1);
  });

  test('is noted in its dossier while the operation goes on, so that the two agencies’ measures do not clash, and its history does not say so', async () => {
    const of = async (id: string) => {
      const dossier = await world.BELARUS.models.dossiers.findById(id).lean();
      return dossier?.measures.map((measure) => measure.operation ?? null);
    };
    await world.settle();
    expect(await of(linked)).toEqual([operation, null]);
    const authorised = await world.BELARUS.models.history.find({ record: linked }).lean();
    expect(JSON.stringify(authorised)).not.toContain(operation);
    expect(await world.BELARUS.settleOperations(world.now)).toBe(0);
  });

  test('is added once, by a member who may read it', async () => {
    expect((await add(linked)).refused).toEqual(['measure INCONSISTENT']);
    expect((await add('BY-N0NE000000000001')).refused).toEqual(['UnknownRecord']);
    const nobody = world.officer('BELARUS', 'INVESTIGATOR', 'nobody');
    expect((await add(linked, 'VPLANNED00002', nobody)).refused).toEqual(['UnknownRecord']);
    const other = world.officer('BELARUS', 'INVESTIGATOR', 'BELARUS lead', 'BY-2026-000002');
    expect((await add(linked, 'VPLANNED00002', other)).refused).toEqual(['UnknownRecord']);
  });

  test('is in results once it is done, beside those that a supervisor adds; in money never across currencies', async () => {
    const outcome = {
      ...{ arrested: 2, searched: 0, questioned: 0, blocked: 0, things: [], returned: [] },
      ...{ victimsFound: 0, victimsWarned: 0 },
      seized: [
        { amount: '100.05', currency: 'BYN' },
        { amount: '7.00', currency: 'USD' },
      ],
    };
    await world.BELARUS.models.dossiers.updateOne(
      { _id: linked },
      { $set: { 'measures.0.state': 'DONE', 'measures.0.outcome': outcome } },
    );
    await world.stepNow(world.belarus.head(), 'BELARUS', 'addOperationResult', {
      ...{ operation, kind: 'GROUPS_BROKEN_UP', count: 1 },
    });
    await world.settle();
    const { data } = await world.russia
      .lead()
      .run(
        `query ($id: ID!) { russia { operation(id: $id) { russia { otherResults { measures arrested seized { amount currency } added { kind count } } results { measures } } } } }`,
        { id: operation },
      );
    expect(data.russia.operation.russia).toEqual({
      otherResults: {
        ...{ measures: 1, arrested: 2, seized: outcome.seized },
        added: [{ kind: 'GROUPS_BROKEN_UP', count: 1 }],
      },
      results: { measures: 0 },
    });
  });

  test('is shown abroad no more once the operation is suspended or over', async () => {
    expect(await planThere()).toHaveLength(1);
    await world.step(world.russia.head(), 'RUSSIA', 'suspendOperation', { operation });
    expect(await planThere()).toEqual([]);
    await world.step(world.russia.head(), 'RUSSIA', 'endOperation', { operation });
    await world.settle();
    const noted = await world.BELARUS.models.dossiers.find({ 'measures.operation': operation }).lean();
    expect(noted).toEqual([]);
    expect(await read(world.russia.lead(), 'RUSSIA', operation)).toMatchObject({ state: 'ENDED', plan: [] });
  });
});
