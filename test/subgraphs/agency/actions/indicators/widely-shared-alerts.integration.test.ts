import type { AlertRecord } from '../../../../../subgraphs/agency/records/alerts/alert-record.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { long } from '../../../../support/long.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { waitingFor } from '../../api/waiting/support.ts';
import { domain, holding, type WarningWorld, warningWorld } from './support.ts';

let world: WarningWorld;
beforeAll(async () => {
  world = await warningWorld();
});

const day = 86_400_000;

let values = 0;
/** A domain, with dossiers of twenty-four cases of Belarus that hold it and one of Russia. */
function shared() {
  values += 1;
  const value = `shared-${values}.example.net`;
  const idAt = (prefix: string, index: number) =>
    `${prefix}-5HARED${values}${String(index).padStart(9, '0')}`;
  return {
    value,
    there: holding(idAt('RU', 0), [domain(value)]),
    here: Array.from({ length: 24 }, (_, index) =>
      holding(idAt('BY', index), [domain(value)], {
        cases: [index === 0 ? caseOf.BELARUS : `BY-2026-${String(700_000 + values * 100 + index)}`],
      }),
    ),
  };
}
type Shared = ReturnType<typeof shared>;

const everybody = Array.from({ length: 23 }, (_, index) => `officer-${index + 1}`);

/** Officers in turn record the further dossiers of Belarus. */
async function spread({ here }: Shared, officers = everybody) {
  for (const [index, officer] of officers.entries())
    await world.recordBy(
      'BELARUS',
      officer,
      ...here.slice(1).filter((_dossier, place) => place % officers.length === index),
    );
  await world.rounds(3);
}

/** Both agencies hold a value, and have an alert each, before it is spread. */
async function alertedOf(each: Shared) {
  await world.record('RUSSIA', each.there);
  for (const dossier of each.here.slice(0, 1)) await world.recordBy('BELARUS', 'officer-1', dossier);
  await world.rounds(3);
}

const alertsOf = async ({ here, there }: Shared) => {
  const of = async (agency: 'BELARUS' | 'RUSSIA', id = '') => {
    const listed = await world.of[agency].models.alerts.find({ case: caseOf[agency] }).lean();
    const held = await world.of[agency].models.sightings.find({ dossier: id }).lean();
    return listed.find(({ indicator }) => held.some((each) => each.indicator === indicator));
  };
  return { own: await of('BELARUS', here[0]?._id), theirs: await of('RUSSIA', there._id) };
};
const states = async (each: Shared) => {
  const { own, theirs } = await alertsOf(each);
  return [own?.state, theirs?.state];
};

/** An officer calls the alert's identifier widely shared. */
const calls = async (each: Shared, officer: string, version: number) => {
  const { own } = await alertsOf(each);
  const { result } = await world.step(
    'BELARUS',
    'callWidelyShared',
    { alert: own?._id, version },
    world.as('BELARUS', 'INVESTIGATOR').called(officer),
  );
  return result.problems?.map(({ code }: { code: string }) => code) ?? result.__typename;
};

/** The alerts of the other cases of Belarus. */
async function othersOf(each: Shared): Promise<AlertRecord[]> {
  const { own } = await alertsOf(each);
  const all = await world.of.BELARUS.models.alerts.find().lean<AlertRecord[]>();
  return all.filter(
    ({ indicator, case: caseNumber }) => indicator === own?.indicator && caseNumber !== own.case,
  );
}

/** Two officers of an alert's case agree that its identifier is widely shared. */
async function agree({ _id, case: caseNumber }: AlertRecord): Promise<void> {
  for (const [n, officer] of ['other-1', 'other-2'].entries()) {
    const investigator = world.as('BELARUS', 'INVESTIGATOR').called(officer).for('INVESTIGATION', caseNumber);
    const { result } = await world.step(
      'BELARUS',
      'callWidelyShared',
      { alert: _id, version: n + 1 },
      investigator,
    );
    expect(result.__typename).toBe('RecordedAlert');
  }
}

describe('an open alert', () => {
  const recorders: [string, string[]][] = [
    ['one officer records its identifier', ['officer-1']],
    ['two officers record its identifier', ['officer-1', 'officer-2']],
    ['twenty-three officers record its identifier', everybody],
  ];
  test.each(long.rows(recorders, 2))(
    'stands when %s in dossiers of twenty-four cases',
    async (_who, officers) => {
      const each = shared();
      await alertedOf(each);
      await spread(each, officers);
      expect(await states(each)).toEqual(['NEW', 'NEW']);
    },
  );

  test('is closed at both agencies once one officer calls its identifier widely shared and a second one agrees, of it and of all others', async () => {
    const each = shared();
    await alertedOf(each);
    await spread(each);
    expect(await calls(each, 'officer-7', 1)).toBe('RecordedAlert');
    for (const other of await othersOf(each)) await agree(other);
    await world.rounds(3);
    expect(await states(each)).toEqual(['NEW', 'NEW']);
    expect(await calls(each, 'officer-7', 2)).toEqual(['SAME_OFFICER']);
    expect(await calls(each, 'officer-8', 2)).toBe('RecordedAlert');
    await world.rounds(3);
    expect(await states(each)).toEqual(['CLOSED', 'CLOSED']);
    expect(await calls(each, 'officer-9', 4)).toEqual(['ALERT_ENDED']);
  });

  test('stands when two officers of another case, which was warned later, agree on their own alert', async () => {
    const each = shared();
    await alertedOf(each);
    await spread(each);
    const [theirs] = await othersOf(each);
    if (!theirs) throw new Error('no later case was warned');
    await agree(theirs);
    await world.rounds(3);
    expect(await states(each)).toEqual(['NEW', 'NEW']);
  });

  test('stands when two officers of another case, which was warned before it, agree on theirs, until it lapses', async () => {
    const each = shared();
    await alertedOf(each);
    await spread(each);
    expect(await calls(each, 'officer-7', 1)).toBe('RecordedAlert');
    expect(await calls(each, 'officer-8', 2)).toBe('RecordedAlert');
    expect(await calls(each, 'officer-9', 3)).toEqual(['WRONG_STATE']);
    await world.rounds(3);
    expect((await othersOf(each)).map(({ state }) => state)).toEqual(Array(23).fill('NEW'));
    expect(await states(each)).toEqual(['NEW', 'NEW']);
    world.pass(7 * day);
    await world.rounds(6);
    expect(await states(each)).toEqual(['CLOSED', 'CLOSED']);
  });

  test('protects its identifier no more once its officers dismiss it, where two officers agree on every other one', async () => {
    const each = shared();
    await alertedOf(each);
    await spread(each);
    for (const other of await othersOf(each)) await agree(other);
    const { own } = await alertsOf(each);
    await world.step('BELARUS', 'acknowledgeAlert', { alert: own?._id, version: 1 });
    await world.rounds(3);
    expect(await states(each)).toEqual(['ACKNOWLEDGED', 'NEW']);
    await world.step('BELARUS', 'dismissAlert', { alert: own?._id, version: 2, reason: 'COMMON_VALUE' });
    await world.rounds(3);
    expect(await states(each)).toEqual(['CLOSED', 'CLOSED']);
  });

  test('waits for a second officer of its case, and for nobody who may not agree', async () => {
    const each = shared();
    await alertedOf(each);
    await spread(each);
    const { own } = await alertsOf(each);
    const kinds = ['WIDELY_SHARED_TO_COUNTERSIGN'];
    const officer = (role: Role, subject = 'officer-8') => world.as('BELARUS', role).called(subject);
    const listedFor = async (asking = officer('INVESTIGATOR')) => {
      const { nodes, waiting } = await waitingFor(asking, { kinds });
      expect(waiting.counts).toEqual(nodes.length > 0 ? [{ kind: kinds[0], count: 1, isMore: false }] : []);
      return nodes.filter(({ alert }) => alert?.id === own?._id);
    };
    expect(await listedFor()).toEqual([]);
    expect(await calls(each, 'officer-7', 1)).toBe('RecordedAlert');
    const due = new Date((own?.alert.since.getTime() ?? 0) + 7 * 86_400_000);
    const listed = {
      id: `${own?._id} WIDELY_SHARED_TO_COUNTERSIGN`,
      kind: 'WIDELY_SHARED_TO_COUNTERSIGN',
      since: world.now.toISOString(),
      due: due.toISOString(),
      steps: [{ action: 'CALL_WIDELY_SHARED', roles: ['ANALYST', 'INVESTIGATOR', 'LIAISON'] }],
      alert: { id: own?._id, version: 2, widelyShared: { by: 'officer-7' } },
    };
    for (const role of ['ANALYST', 'INVESTIGATOR', 'LIAISON'] as const)
      expect(await listedFor(officer(role))).toEqual([listed]);
    const others = [
      officer('INVESTIGATOR', 'officer-7'),
      officer('SUPERVISOR'),
      officer('INVESTIGATOR').for('INVESTIGATION', 'BY-2026-000002'),
      officer('LIAISON').for('INVESTIGATION'),
      officer('INVESTIGATOR').at(due),
    ];
    for (const other of others) expect(await listedFor(other)).toEqual([]);
    expect(await calls(each, 'officer-8', 2)).toBe('RecordedAlert');
    expect(await listedFor(officer('INVESTIGATOR', 'officer-9'))).toEqual([]);
  });

  test('stands where too few cases hold its identifier, whoever calls that widely shared', async () => {
    const each = shared();
    await alertedOf(each);
    for (const officer of ['officer-7', 'officer-8'])
      expect(await calls(each, officer, 1)).toEqual(['WRONG_STATE']);
    await world.rounds(3);
    expect(await states(each)).toEqual(['NEW', 'NEW']);
  });
});

test('one officer’s dossier of many cases keeps no warning from two others whose dossiers hold the same', async () => {
  const each = shared();
  const [first, second, third] = each.here;
  if (!first || !second || !third) throw new Error('there are no dossiers');
  await world.record('RUSSIA', each.there);
  await world.recordBy('BELARUS', 'officer-1', first);
  await world.recordBy('BELARUS', 'officer-2', second);
  const cases = Array.from({ length: 30 }, (_, index) => `BY-2026-${800_000 + index}`);
  await world.recordBy('BELARUS', 'officer-3', { ...third, cases });
  await world.rounds(3);
  expect(await states(each)).toEqual(['NEW', 'NEW']);
});

test('what is widely shared before there is an alert is not compared, until dossiers let go of it', async () => {
  const each = shared();
  await world.record('RUSSIA', each.there);
  const [first] = each.here;
  if (!first) throw new Error('there is no dossier');
  await world.recordBy('BELARUS', 'officer-1', first);
  await spread(each);
  expect(await states(each)).toEqual([undefined, undefined]);
  for (const dossier of each.here.slice(5, 8)) await world.contest('BELARUS', dossier);
  await world.rounds(5);
  expect(await states(each)).toEqual(['NEW', 'NEW']);
});

test('an alert that was dismissed keeps nothing from being withdrawn as widely shared', async () => {
  const each = shared();
  await alertedOf(each);
  const { own } = await alertsOf(each);
  await world.step('BELARUS', 'acknowledgeAlert', { alert: own?._id, version: 1 });
  await world.step('BELARUS', 'dismissAlert', { alert: own?._id, version: 2, reason: 'COMMON_VALUE' });
  await spread(each);
  expect(await states(each)).toEqual(['CLOSED', 'CLOSED']);
});
