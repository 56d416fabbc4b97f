import { testNaming } from '../../../../support/match-keys.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { act, draftOf } from '../../api/requests/support.ts';
import {
  domain,
  holding,
  operationAmong,
  type ShownAlert,
  type WarningWorld,
  warningWorld,
} from './support.ts';

const hour = 3_600_000;
const day = 24 * hour;

let world: WarningWorld;
let numbers = 0;
/** A value that nobody else has had, and a dossier of each agency that holds it. */
function pair(changed: object = {}) {
  numbers++;
  const value = `lives-${numbers}.example.net`;
  const name = `V1VES${String(numbers).padStart(11, '0')}`;
  return {
    value,
    by: holding(`BY-${name}`, [domain(value)], changed),
    ru: holding(`RU-${name}`, [domain(value)]),
  };
}
type Pair = ReturnType<typeof pair>;
const ofPair = (alerts: ShownAlert[], { by, ru }: Pair) =>
  alerts.filter(({ dossiers }) => dossiers.some(({ id }) => id === by._id || id === ru._id));

/** The alerts that were raised since, of which a closed one names no dossier any more. */
async function alertsOf(agency: 'BELARUS' | 'RUSSIA', value: string) {
  const { models } = world.of[agency];
  const indicator = testNaming.idOf('DOMAIN', value);
  return (await models.alerts.find({ indicator }).sort({ 'alert.since': 1, case: 1 }).lean()).map(
    ({ alert, state, reference }) => ({
      id: alert.id,
      case: alert.case,
      state,
      reference,
      withdrawn: alert.withdrawn?.by,
      endedThere: alert.endedThereAt !== undefined,
    }),
  );
}

async function alerted(changed: object = {}): Promise<Pair & { alert: ShownAlert; theirs: ShownAlert }> {
  const both = pair(changed);
  await world.record('BELARUS', both.by);
  await world.record('RUSSIA', both.ru);
  await world.rounds(3);
  const [alert] = ofPair(await world.alerts('BELARUS'), both);
  const [theirs] = ofPair(await world.alerts('RUSSIA'), both);
  if (!alert || !theirs) throw new Error('no alert was raised');
  return { ...both, alert, theirs };
}

beforeAll(async () => {
  world = await warningWorld();
});

test('what both hold raises an alert at both, and what one holds raises none', async () => {
  const [both, alone] = [pair(), pair()];
  await world.record('BELARUS', both.by, alone.by);
  await world.record('RUSSIA', both.ru);
  await world.rounds(3);
  expect(ofPair(await world.alerts('BELARUS'), both)).toMatchObject([
    {
      state: 'NEW',
      kind: 'DOMAIN',
      case: caseOf.BELARUS,
      dossiers: [{ id: both.by._id }],
      hasEndedThere: false,
    },
  ]);
  expect(ofPair(await world.alerts('RUSSIA'), both)).toMatchObject([
    { state: 'NEW', kind: 'DOMAIN', case: caseOf.RUSSIA, dossiers: [{ id: both.ru._id }] },
  ]);
  expect(ofPair(await world.alerts('BELARUS'), alone)).toEqual([]);
});

test('each case has one, however many of its dossiers hold it and however often messages are applied', async () => {
  const both = pair({ cases: [caseOf.BELARUS, 'BY-2026-000777'] });
  const second = holding('BY-SEC0ND0000000001', [domain(both.value)]);
  await world.record('BELARUS', both.by, second);
  await world.record('RUSSIA', both.ru);
  const { heard } = world;
  const from = [heard.BELARUS.length, heard.RUSSIA.length] as const;
  await world.rounds(3);
  const found = async () => [
    (await alertsOf('BELARUS', both.value)).map((each) => each.case).sort(),
    (await alertsOf('RUSSIA', both.value)).length,
  ];
  expect(await found()).toEqual([[caseOf.BELARUS, 'BY-2026-000777'], 1]);
  const notices = () => world.of.BELARUS.models.notices.countDocuments({ kind: 'ALERT_RAISED' });
  const noted = await notices();
  for (const [agency, other, start] of [
    ['BELARUS', 'RUSSIA', from[0]],
    ['RUSSIA', 'BELARUS', from[1]],
  ] as const)
    for (const { id, type, at, to, data } of heard[agency].slice(start)) {
      const again = {
        id,
        type,
        at,
        to,
        from: other,
        number: 1,
        key: id,
        now: world.now,
        receivedAt: world.now,
      };
      const result = await world.of[agency].effects.get(type)?.({
        ...again,
        data: JSON.parse(JSON.stringify(data)),
      });
      expect([type, result]).toEqual([type, 'APPLIED']);
    }
  expect(await found()).toEqual([[caseOf.BELARUS, 'BY-2026-000777'], 1]);
  expect(await notices()).toBe(noted);
});

test('a dossier of another case that comes to hold it later has an alert of its own, at one agency alone', async () => {
  const both = await alerted();
  const later = holding('BY-1ATER00000000001', [domain(both.value)], { cases: ['BY-2026-000778'] });
  await world.record('BELARUS', later);
  const cases = async () => (await alertsOf('BELARUS', both.value)).map((each) => each.case);
  // With the next round, as that of an identifier which nobody has recorded before: at once would tell that another case holds it.
  await world.rounds(1);
  expect(await cases()).toEqual([caseOf.BELARUS]);
  await world.rounds(1);
  expect(await cases()).toEqual([caseOf.BELARUS, 'BY-2026-000778']);
  expect(await alertsOf('RUSSIA', both.value)).toHaveLength(1);
});

describe('an identifier', () => {
  const asked = (reference: string) => world.of.RUSSIA.models.hits.exists({ _id: reference });

  test('that is contested at one side closes both alerts, and its reference ends; uncontested, both are raised anew', async () => {
    const { value, by, alert, theirs } = await alerted();
    // What Belarus's officers name is a dossier of Russia's, and the other way round.
    expect(await asked(alert.reference)).not.toBeNull();
    await world.contest('BELARUS', by);
    await world.rounds(3);
    expect(await alertsOf('BELARUS', value)).toMatchObject([{ state: 'CLOSED', withdrawn: 'OWN' }]);
    expect(await alertsOf('RUSSIA', value)).toMatchObject([{ state: 'CLOSED', withdrawn: 'OTHER' }]);
    expect(await asked(alert.reference)).toBeNull();
    expect(await world.of.BELARUS.models.hits.exists({ _id: theirs.reference })).toBeNull();
    await world.contest('BELARUS', by, 2, 'uncontestValue');
    await world.rounds(5);
    expect((await alertsOf('BELARUS', value)).map(({ state }) => state)).toEqual(['CLOSED', 'NEW']);
    expect((await alertsOf('RUSSIA', value)).map(({ state }) => state)).toEqual(['CLOSED', 'NEW']);
    expect(await asked(alert.reference)).not.toBeNull();
  });

  test('that is held again before the other agency has heard that it is not, raises an alert anew where it was closed', async () => {
    const { value, by } = await alerted();
    await world.contest('BELARUS', by);
    // It is followed up, and nothing of it goes yet.
    await world.of.BELARUS.compareNow(new Date(world.now.getTime() + 1));
    expect(await alertsOf('BELARUS', value)).toMatchObject([{ state: 'CLOSED' }]);
    await world.contest('BELARUS', by, 2, 'uncontestValue');
    world.pass(2);
    await world.of.BELARUS.compareNow(world.now);
    await world.rounds(2);
    expect((await alertsOf('BELARUS', value)).map(({ state }) => state)).toEqual(['CLOSED', 'NEW']);
    expect((await alertsOf('RUSSIA', value)).map(({ state }) => state)).toEqual(['NEW']);
  });

  test('of a dossier that is erased closes both', async () => {
    const { value, by } = await alerted();
    const { models, retention } = world.of.BELARUS;
    const dossier = await models.dossiers.findById(by._id).lean();
    if (!dossier) throw new Error('the dossier is not there');
    expect(await retention.eraseDossier(dossier, [])).toBe('WRITTEN');
    await world.rounds(3);
    expect(
      (await models.alerts.find({ case: caseOf.BELARUS }).sort({ place: -1 }).limit(1).lean())[0],
    ).toMatchObject({ state: 'CLOSED' });
    expect(await alertsOf('RUSSIA', value)).toMatchObject([{ state: 'CLOSED', withdrawn: 'OTHER' }]);
  });

  test('of a dossier that becomes its owner’s alone, and of a person who is acquitted, closes both', async () => {
    const [hidden, cleared] = [await alerted(), await alerted()];
    await world.change(
      'BELARUS',
      'changeHandlingCode',
      { dossier: hidden.by._id, version: 1, reason: 'as it was told', handlingCode: 'ORIGINATOR_ONLY' },
      'SUPERVISOR',
    );
    const { sourceReliability, informationAccuracy, legalBasis } = cleared.by.status.provenance;
    await world.change(
      'BELARUS',
      'closeDossier',
      {
        dossier: cleared.by._id,
        version: 1,
        reason: 'as it was told',
        stage: 'ACQUITTED',
        provenance: { sourceReliability, informationAccuracy, legalBasis },
      },
      'SUPERVISOR',
    );
    await world.rounds(4);
    for (const { value } of [hidden, cleared])
      expect(await alertsOf('RUSSIA', value)).toMatchObject([{ state: 'CLOSED', withdrawn: 'OTHER' }]);
  });

  test('that another dossier of the agency still holds keeps the alert of that one’s case', async () => {
    const both = pair();
    const second = holding('BY-AN0THER000000001', [domain(both.value)], { cases: ['BY-2026-000779'] });
    await world.record('BELARUS', both.by, second);
    await world.record('RUSSIA', both.ru);
    await world.rounds(3);
    await world.contest('BELARUS', both.by);
    await world.rounds(3);
    expect((await alertsOf('BELARUS', both.value)).map((each) => [each.case, each.state])).toEqual([
      [caseOf.BELARUS, 'CLOSED'],
      ['BY-2026-000779', 'NEW'],
    ]);
    expect(await alertsOf('RUSSIA', both.value)).toMatchObject([{ state: 'NEW' }]);
  });
});

describe('a step', () => {
  let at: Awaited<ReturnType<typeof alerted>>;
  beforeEach(async () => {
    at = await alerted();
  });
  const target = (version: number) => ({ alert: at.alert.id, version });

  test('acknowledges, then acts and names what it made, which is not told', async () => {
    const seen = await world.step('BELARUS', 'acknowledgeAlert', target(1));
    expect(seen.result.alert).toMatchObject({ state: 'ACKNOWLEDGED', version: 2 });
    const { id: named } = await act('belarus', world.as('BELARUS', 'INVESTIGATOR'), 'draftRequest', {
      ...draftOf({ hit: at.alert.reference }),
      to: 'RUSSIA',
      offence: '209',
    });
    const acted = await world.step('BELARUS', 'actOnAlert', { ...target(2), means: 'REQUEST', named });
    expect(acted.result.alert).toMatchObject({ state: 'ACTED', means: 'REQUEST', named });
    await world.handOver();
    expect(await alertsOf('RUSSIA', at.value)).toMatchObject([{ endedThere: false }]);
  });

  test('is refused on a version that has passed, before it was acknowledged, twice, and after the end', async () => {
    expect(
      (await world.step('BELARUS', 'dismissAlert', { ...target(1), reason: 'SPOOFED' })).result.problems,
    ).toEqual([{ code: 'WRONG_STATE', path: 'alert' }]);
    await world.step('BELARUS', 'acknowledgeAlert', target(1));
    expect(
      (await world.step('BELARUS', 'dismissAlert', { ...target(1), reason: 'SPOOFED' })).result,
    ).toMatchObject({ __typename: 'StaleVersion', currentVersion: 2 });
    expect((await world.step('BELARUS', 'acknowledgeAlert', target(2))).result.problems).toEqual([
      { code: 'WRONG_STATE', path: 'alert' },
    ]);
    expect(
      (await world.step('BELARUS', 'actOnAlert', { ...target(2), means: 'LINK', named: ' ' })).result
        .problems,
    ).toEqual([{ code: 'OUT_OF_RANGE', path: 'named' }]);
    const dismissed = await world.step('BELARUS', 'dismissAlert', { ...target(2), reason: 'SPOOFED' });
    expect(dismissed.result.alert).toMatchObject({ state: 'DISMISSED', reason: 'SPOOFED' });
    const acted = { ...target(3), means: 'OPERATION', named: await operationAmong(world) };
    expect((await world.step('BELARUS', 'actOnAlert', acted)).result.problems).toEqual([
      { code: 'ALERT_ENDED', path: 'alert' },
    ]);
  });

  test('counts once however often it is sent under its key, and never for another request under it', async () => {
    const officer = world.as('BELARUS', 'INVESTIGATOR').withKey(`key ${at.alert.id}`);
    const first = await world.step('BELARUS', 'acknowledgeAlert', target(1), officer);
    const again = await world.step('BELARUS', 'acknowledgeAlert', target(1), officer);
    expect(again).toEqual(first);
    expect(
      (await world.step('BELARUS', 'dismissAlert', { ...target(2), reason: 'SPOOFED' }, officer)).codes,
    ).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  test('of a dismissal is told as an end alone', async () => {
    await world.step('BELARUS', 'acknowledgeAlert', target(1));
    await world.step('BELARUS', 'dismissAlert', { ...target(2), reason: 'COMMON_VALUE' });
    const before = world.heard.RUSSIA.length;
    await world.handOver();
    const [message, ...others] = world.heard.RUSSIA.slice(before);
    expect([message?.type, others]).toEqual(['concord.alert.ended.v1', []]);
    expect(Object.keys(message?.data ?? {}).sort()).toEqual(['theirs', 'yours']);
    const [theirs] = ofPair(await world.alerts('RUSSIA'), at);
    expect(theirs).toMatchObject({ hasEndedThere: true, state: 'NEW', reason: null });
  });
});

describe('an alert whose dossier is linked with one of the other agency', () => {
  const link = (decision: 'SAME' | 'DIFFERENT', agency = 'RUSSIA') => ({
    agency,
    dossier: 'RU-L1NKED0000000001',
    own: { decision, decidedAt: world.now },
    told: { decision: 'NONE' },
  });
  const isLinked = async (at: Pair, role: Parameters<WarningWorld['as']>[1]) =>
    ofPair(await world.alerts('BELARUS', world.as('BELARUS', role)), at)[0]?.isLinked;

  test('says so to whoever reads links, and to nobody else', async () => {
    const at = await alerted();
    expect(await isLinked(at, 'LIAISON')).toBe(false);
    const { dossiers } = world.of.BELARUS.models;
    await dossiers.updateOne({ _id: at.by._id }, { $set: { links: [link('DIFFERENT')] } });
    expect(await isLinked(at, 'LIAISON')).toBe(false);
    await dossiers.updateOne({ _id: at.by._id }, { $set: { links: [link('SAME')] } });
    expect(await isLinked(at, 'LIAISON')).toBe(true);
    expect(await isLinked(at, 'SUPERVISOR')).toBe(true);
    expect(await isLinked(at, 'INVESTIGATOR')).toBeNull();
  });

  test('says nothing of a dossier whose links the officer may not read', async () => {
    const at = await alerted();
    const { dossiers } = world.of.BELARUS.models;
    await dossiers.updateOne({ _id: at.by._id }, { $set: { links: [link('SAME')] } });
    const elsewhere = world.as('BELARUS', 'LIAISON').for('INVESTIGATION', 'BY-2026-000999');
    expect(ofPair(await world.alerts('BELARUS', elsewhere), at)[0]?.isLinked ?? false).toBe(false);
  });
});

test('a dismissal is told once all alerts of the two tokens have ended, and once, whichever way the last one ended', async () => {
  const both = pair({ cases: [caseOf.BELARUS, 'BY-2026-000780'] });
  await world.record('BELARUS', both.by);
  await world.record('RUSSIA', both.ru);
  await world.rounds(3);
  const [one, other] = await alertsOf('BELARUS', both.value);
  const liaisonOf = (alert: typeof one) => world.as('BELARUS', 'LIAISON').for('INVESTIGATION', alert?.case);
  const told = () => world.heard.RUSSIA.filter(({ type }) => type === 'concord.alert.ended.v1').length;
  const before = told();
  for (const alert of [one, other])
    await world.step('BELARUS', 'acknowledgeAlert', { alert: alert?.id, version: 1 }, liaisonOf(alert));
  await world.step(
    'BELARUS',
    'dismissAlert',
    { alert: one?.id, version: 2, reason: 'SAME_CASE' },
    liaisonOf(one),
  );
  await world.handOver();
  expect(told()).toBe(before);
  await world.step(
    'BELARUS',
    'actOnAlert',
    { alert: other?.id, version: 2, means: 'OPERATION', named: await operationAmong(world) },
    liaisonOf(other),
  );
  await world.handOver();
  expect(told()).toBe(before + 1);
});

describe('time', () => {
  let late: WarningWorld;
  beforeEach(async () => {
    [late, world] = [world, await warningWorld()];
  });
  afterEach(async () => {
    await world.stop();
    world = late;
  });

  test('makes it unseen after a day, lapsed after seven and closed after thirty, unless an officer acted', async () => {
    const [idle, busy] = [await alerted(), await alerted()];
    const state = async ({ alert }: typeof idle) =>
      (await world.alerts('BELARUS'))
        .filter(({ id }) => id === alert.id)
        .map((each) => [each.state, each.isUnseen]);
    await world.step('BELARUS', 'acknowledgeAlert', { alert: busy.alert.id, version: 1 });
    world.pass(day);
    expect([await state(idle), await state(busy)]).toEqual([[['NEW', true]], [['ACKNOWLEDGED', false]]]);
    const acted = { means: 'OPERATION', named: await operationAmong(world) };
    await world.step('BELARUS', 'actOnAlert', { alert: busy.alert.id, version: 2, ...acted });
    world.pass(7 * day);
    await world.rounds(1);
    expect([await state(idle), await state(busy)]).toEqual([[['LAPSED', false]], [['ACTED', false]]]);
    expect(
      (await world.step('BELARUS', 'acknowledgeAlert', { alert: idle.alert.id, version: 2 })).result.problems,
    ).toEqual([{ code: 'ALERT_ENDED', path: 'alert' }]);
    world.pass(23 * day);
    await world.rounds(1);
    expect([await state(idle), await state(busy)]).toEqual([[['CLOSED', false]], [['CLOSED', false]]]);
    const states = await world.of.BELARUS.models.alerts.distinct('state');
    expect(states).toEqual(['CLOSED']);
  });

  test('that lets the last alert lapse tells of another that was dismissed', async () => {
    const both = await alerted({ cases: [caseOf.BELARUS, 'BY-2026-000781'] });
    await world.step('BELARUS', 'acknowledgeAlert', { alert: both.alert.id, version: 1 });
    await world.step('BELARUS', 'dismissAlert', { alert: both.alert.id, version: 2, reason: 'NOT_RELEVANT' });
    await world.rounds(1);
    expect(await alertsOf('RUSSIA', both.value)).toMatchObject([{ endedThere: false }]);
    world.pass(7 * day);
    await world.rounds(1);
    expect(await alertsOf('RUSSIA', both.value)).toMatchObject([{ endedThere: true }]);
  });
});
