import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { mostContestedADay } from '../../../../../subgraphs/agency/records/dossier/steps/amend.ts';
import { take } from '../../../../actions/take.ts';
import { historyOf } from '../../../../support/history-of.ts';
import { long } from '../../../../support/long.ts';
import { untilAnswered } from '../../../../support/until-answered.ts';
import { quick } from '../../../../support/world/comparing.ts';
import { domain, holding, type WarningWorld, warningWorld } from './support.ts';

const otherCase = 'BY-2026-000002';
const day = 86_400_000;

let world: WarningWorld;
beforeAll(async () => {
  world = await warningWorld({ pace: { ...quick, perDay: 20 } });
  // At noon, so that no midnight comes between.
  world.pass(day - ((world.now.getTime() + day / 2) % day));
});

const outside = (subject: string) =>
  world.as('BELARUS', 'INVESTIGATOR').for('INVESTIGATION', otherCase).called(subject);
const inside = (subject = 'officer-1') => world.as('BELARUS', 'INVESTIGATOR').called(subject);

let values = 0;
/** A domain, and a dossier of each agency that holds it. */
function held() {
  values += 1;
  const value = `contested-${values}.example.net`;
  const id = `C0NTEST${String(values).padStart(9, '0')}`;
  return {
    here: holding(`BY-${id}`, [domain(value)]),
    there: holding(`RU-${id}`, [domain(value)]),
  };
}

async function mark(
  officer: ReturnType<typeof outside>,
  { _id, infrastructure }: DossierRecord,
  version = 1,
  action: 'contestValue' | 'uncontestValue' = 'contestValue',
): Promise<string> {
  const input = { dossier: _id, version, value: infrastructure[0]?.id, reason: 'It was sold before' };
  const { codes, __typename } = await untilAnswered(() => take(officer, 'BELARUS', action, input));
  return String(codes[0] ?? __typename);
}

const alertOf = async (agency: 'BELARUS' | 'RUSSIA', dossier: string) => {
  const listed = await world.of[agency].models.alerts.find({ dossiers: dossier }).sort({ place: -1 }).lean();
  return listed.map(({ state }) => state);
};
const states = async ({ here, there }: ReturnType<typeof held>) => [
  await alertOf('BELARUS', here._id),
  await alertOf('RUSSIA', there._id),
];
const open = [['NEW'], ['NEW']];
const ended = [['CLOSED'], ['CLOSED']];
/** Lets days go by, each with the daily run and a round, and some more at the end. */
async function passes(days: number) {
  for (let passed = 0; passed < days; passed += 1) {
    world.pass(day);
    for (const agency of [world.of.BELARUS, world.of.RUSSIA]) await agency.runDay(world.now);
    await world.rounds(1);
  }
  await world.rounds(2);
}
/** Tells that the value here is stored as contested, and until when it is compared all the same. */
async function dueOf({ here }: ReturnType<typeof held>) {
  const stored = await world.of.BELARUS.models.dossiers.findById(here._id).lean();
  const { contested, comparedUntil } = stored?.infrastructure[0]?.provenance ?? {};
  return [contested, comparedUntil];
}
/** All that an officer of Russia is shown of warnings. */
const everything = `{ russia {
  alerts(first: 100) { nodes { id state version isUnseen kind case reference dossiers { id } hasEndedThere } }
  notices(first: 100) { nodes { kind alert dossier } } indicatorExchange { agency waiting postponed wrongProofs } } }`;
async function alerted() {
  const each = held();
  await world.record('RUSSIA', each.there);
  await world.recordBy('BELARUS', 'officer-1', each.here);
  await world.rounds(3);
  return each;
}

const told = async (officer: ReturnType<typeof outside>, dossier: string): Promise<object[] | null> => {
  const { data } = await officer.run(
    '{ belarus { notices(kinds: [VALUE_CONTESTED], first: 100) { nodes { dossier agency direction values } } } }',
  );
  const nodes: { dossier: string }[] | undefined = data.belarus?.notices?.nodes;
  return nodes?.filter((each) => each.dossier === dossier) ?? null;
};

describe('a value that an officer of another case contests', () => {
  test('is told to the supervisors of the dossier’s cases, once, and to nobody else', async () => {
    const { here } = await alerted();
    expect(await mark(outside('rogue'), here)).toBe('BelarusRecordedDossier');
    const supervisor = world.as('BELARUS', 'SUPERVISOR');
    expect(await told(supervisor, here._id)).toEqual([
      { dossier: here._id, agency: 'BELARUS', direction: 'RECEIVED', values: null },
    ]);
    for (const other of [supervisor.for('INVESTIGATION', otherCase), world.as('BELARUS', 'LIAISON')])
      expect(await told(other, here._id)).toEqual([]);
    expect(await told(world.as('RUSSIA', 'SUPERVISOR'), here._id)).toBeNull();
    // Who it was, and why, is in the dossier's history.
    const { data } = await supervisor.run(
      '{ belarus { dossiers(first: 100) { nodes { id history(first: 5) { nodes { action by changes { reason } } } } } } }',
    );
    const dossiers: { id: string; history: { nodes: object[] } }[] = data.belarus.dossiers.nodes;
    expect(dossiers.find(({ id }) => id === here._id)?.history.nodes).toContainEqual({
      action: 'CONTEST',
      by: 'rogue',
      changes: [{ reason: 'It was sold before' }],
    });
    await world.of.BELARUS.retention.eraseDossier(
      (await world.of.BELARUS.stores.writes.read(here._id)) as DossierRecord,
      [],
    );
    expect(await world.of.BELARUS.models.notices.countDocuments({ kind: 'VALUE_CONTESTED' })).toBe(0);
  });

  test('is told to nobody where the officer works on its case, which counts for nothing', async () => {
    const { here } = await alerted();
    expect(await mark(inside('colleague'), here)).toBe('BelarusRecordedDossier');
    expect(await told(world.as('BELARUS', 'SUPERVISOR'), here._id)).toEqual([]);
    expect(await world.of.BELARUS.models.officerDays.countDocuments({ contested: { $gt: 0 } })).toBe(1);
  });

  test('keeps its warning while an officer of the case may take that back, and once one has', async () => {
    const each = await alerted();
    expect(await states(each)).toEqual(open);
    await mark(outside('rogue-2'), each.here);
    await passes(2);
    expect(await states(each)).toEqual(open);
    expect(await mark(outside('rogue-2'), each.here, 2, 'uncontestValue')).toBe('FORBIDDEN');
    expect(await mark(inside(), each.here, 2, 'uncontestValue')).toBe('BelarusRecordedDossier');
    await passes(4);
    expect(await states(each)).toEqual(open);
    expect(await dueOf(each)).toEqual([false, undefined]);
  });

  long.test('raises its warning too where the other agency comes to hold it meanwhile', async () => {
    const { here, there } = held();
    await world.recordBy('BELARUS', 'officer-1', here);
    await world.rounds(3);
    await mark(outside('rogue-5'), here);
    await world.record('RUSSIA', there);
    await world.rounds(4);
    expect(await states({ here, there })).toEqual(open);
  });

  test('ends its warning after three days in which nobody has taken that back, however often it is contested again', async () => {
    const each = await alerted();
    const until = new Date(world.now.getTime() + 3 * day);
    await mark(outside('rogue-6'), each.here);
    await passes(1);
    await mark(outside('rogue-7'), each.here, 2);
    expect(await dueOf(each)).toEqual([true, until]);
    await passes(1);
    expect(await states(each)).toEqual(open);
    await passes(1);
    expect(await states(each)).toEqual(ended);
    expect(await dueOf(each)).toEqual([true, undefined]);
    const newest = (await historyOf(world.of.BELARUS.models, each.here._id)).at(-1);
    expect(newest).toMatchObject({ action: 'CONTEST', by: 'retention', version: 4 });
    expect(await world.of.BELARUS.runDay(world.now)).toMatchObject({ contestsSettled: 0 });
    // Taken back later it comes up again.
    expect(await mark(inside(), each.here, 4, 'uncontestValue')).toBe('BelarusRecordedDossier');
    await world.rounds(4);
    expect(await states(each)).toEqual([
      ['NEW', 'CLOSED'],
      ['NEW', 'CLOSED'],
    ]);
  });

  test('ends its warning at once where an officer of the case contests it, and an outsider cannot undo that', async () => {
    const [first, second] = [await alerted(), await alerted()];
    await mark(outside('rogue-8'), first.here);
    await mark(inside('colleague'), first.here, 2);
    await mark(inside('colleague'), second.here);
    await mark(outside('rogue-8'), second.here, 2);
    await world.rounds(4);
    for (const each of [first, second]) {
      expect(await states(each)).toEqual(ended);
      expect(await dueOf(each)).toEqual([true, undefined]);
    }
  });

  test('is compared no more where an earlier version has stored it as contested, whoever did', async () => {
    const { here, there } = held();
    const { provenance, ...thing } = here.infrastructure[0] as (typeof here.infrastructure)[number];
    const old = { ...here, infrastructure: [{ ...thing, provenance: { ...provenance, contested: true } }] };
    await world.recordBy('BELARUS', 'officer-1', old);
    await world.record('RUSSIA', there);
    await mark(outside('rogue-9'), old);
    await world.rounds(4);
    expect(await states({ here, there })).toEqual([[], []]);
  });

  long.test('tells the other agency nothing: whatever it is shown and hears is as it was', async () => {
    const each = await alerted();
    await world.rounds(2);
    const shownTo = () =>
      Promise.all(
        (['INVESTIGATOR', 'SUPERVISOR', 'LIAISON', 'OVERSEER'] as const).map(async (role) => {
          const { data, codes, redactions } = await world.as('RUSSIA', role).run(everything);
          return JSON.stringify({ data, codes, redactions });
        }),
      );
    const heardIn = async (rounds: number) => {
      const before = world.heard.RUSSIA.length;
      await world.rounds(rounds);
      return world.heard.RUSSIA.slice(before)
        .map(({ type, data }) => `${type} ${JSON.stringify(data).length}`)
        .sort();
    };
    const quiet = await heardIn(3);
    const before = await shownTo();
    expect(before[0]).toContain(each.there._id);
    await mark(outside('rogue-10'), each.here);
    expect(await heardIn(3)).toEqual(quiet);
    expect(await shownTo()).toEqual(before);
  });

  test('is one of twenty in a day, however many steps ask at once, and one of the own case is beside them', async () => {
    const all = Array.from({ length: mostContestedADay + 5 }, () => held().here);
    await world.recordBy('BELARUS', 'officer-9', ...all);
    const answers = await Promise.all(all.map((each) => mark(outside('rogue-4'), each)));
    expect(answers.filter((each) => each === 'BelarusRecordedDossier')).toHaveLength(mostContestedADay);
    expect(answers.filter((each) => each === 'QUOTA_SPENT')).toHaveLength(5);
    const refused = all[answers.indexOf('QUOTA_SPENT')];
    if (!refused) throw new Error('none was refused');
    const stored = await world.of.BELARUS.models.dossiers.findById(refused._id).lean();
    expect([stored?.version, stored?.infrastructure[0]?.provenance.contested]).toEqual([1, false]);
    expect(await told(world.as('BELARUS', 'SUPERVISOR'), refused._id)).toEqual([]);
    expect(await mark(inside('rogue-4'), refused)).toBe('BelarusRecordedDossier');
    const tomorrow = new Date(world.now.getTime() + day);
    const next = all[answers.lastIndexOf('QUOTA_SPENT')];
    if (next) expect(await mark(outside('rogue-4').at(tomorrow), next)).toBe('BelarusRecordedDossier');
  });
});
