import { runRetention } from '../../../../../../subgraphs/agency/jobs/run-retention.ts';
import { tellErasures } from '../../../../../../subgraphs/agency/jobs/tell-erasures.ts';
import { valuesOf } from '../../../../../../subgraphs/agency/records/values/values-of.ts';
import { retentionOf } from '../../../../../../subgraphs/agency/retention-of.ts';
import { erasureNotices } from '../../../../../../subgraphs/agency/storage/notices/erasure-notices.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dayOf, daysAfter } from '../../../../../../terms/days.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';
import { historyOf } from '../../../../../support/history-of.ts';
import { testMatch } from '../../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';

const ownCase = 'BY-2026-000001';
const otherCase = 'BY-2026-000002';
const ids = {
  other: 'BY-0F0THERCASE1',
  none: 'BY-WTH0TCASES01',
  erased: 'BY-ERASED000001',
  strip: 'BY-STR1PPED0001',
  many: 'BY-MANY00000001',
  back: 'BY-TAKENBACK001',
  first: 'BY-WH0E00000001',
  second: 'BY-WH0E00000002',
};
const today = dayOf(new Date());
const given = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const phones = Array.from({ length: 30 }, (_, n) => ({
  ...dossierOf(ids.many).contacts[0],
  id: `VPH0NE${String(n).padStart(7, '0')}`,
  value: `+3752900000${String(n).padStart(2, '0')}`,
}));

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus, {
    dossiers: [
      dossierOf(ids.other, { cases: [otherCase], recordedWith: 'a officer' }),
      dossierOf(ids.none, { cases: [], recordedWith: 'b officer' }),
      dossierOf(ids.erased, { recordedWith: 'c officer' }),
      dossierOf(ids.strip, { recordedWith: 'd officer' }),
      dossierOf(ids.many, { recordedWith: 'e officer', contacts: phones as never }),
      dossierOf(ids.back, {
        recordedWith: 'f officer',
        contacts: phones.map((phone) => ({ ...phone, id: `B${phone.id?.slice(1)}` })) as never,
      }),
      dossierOf(ids.first, { recordedWith: 'g officer' }),
      dossierOf(ids.second, { recordedWith: 'h officer' }),
    ],
  });
});

const stored = (id: string) => agency.models.dossiers.findById(id).lean();
const store = () => retentionOf(agency.models, belarus.retention, testMatch);
const investigator = (number = ownCase) =>
  agency.as('BELARUS', 'INVESTIGATOR').called('investigator-1').for('INVESTIGATION', number);
const supervisor = (number = ownCase) =>
  agency.as('BELARUS', 'SUPERVISOR').called('supervisor-1').for('INVESTIGATION', number);

type Asking = ReturnType<typeof investigator>;
/** Takes a step from the version that there is. */
async function act(
  officer: Asking,
  action: string,
  type: string,
  input: { dossier: string; [name: string]: unknown },
) {
  const version = action === 'takeBackRemoval' ? {} : { version: (await stored(input.dossier))?.version };
  const { data, codes, errors } = await officer.run(
    `mutation ($input: ${type}!) { belarus { ${action}(input: $input) {
      __typename ... on InvalidInput { problems { path code } } ... on UnknownRecord { of } } } }`,
    { input: { ...version, ...input } },
  );
  return { codes, message: errors?.[0]?.message, ...data?.belarus?.[action] };
}
const recorded = { __typename: 'BelarusRecordedDossier' };
const changes = async (dossier: string) => {
  const value = (await stored(dossier))?.names[0]?.id;
  const reason = 'As it was told';
  return {
    amendDossier: [
      'AmendDossierInput',
      { dossier, add: { citizenships: [{ country: 'BY', provenance: given }] } },
    ],
    uncontestValue: ['ValueInput', { dossier, value, reason }],
    setRetention: ['RetentionInput', { dossier, value, reason, retainUntil: today }],
    changeHandlingCode: ['HandlingCodeInput', { dossier, reason, handlingCode: 'ON_RELEASE' }],
    removeByOrder: ['RemoveByOrderInput', { dossier, values: ['VN0THERE'], order: 'ERASURE_ORDERED' }],
    countersignRemoval: ['RemovalInput', { dossier, values: ['VN0THERE'] }],
    addCase: ['AddCaseInput', { dossier, reason, case: 'BY-2026-000777' }],
    countersignShareable: ['CountersignInput', { dossier }],
    closeDossier: ['CloseDossierInput', { dossier, stage: 'CONVICTED', reason, provenance: given }],
  } as unknown as Record<string, [string, { dossier: string }]>;
};
const ofSupervisor = [
  'changeHandlingCode',
  'countersignShareable',
  'removeByOrder',
  'countersignRemoval',
  'addCase',
  'closeDossier',
];

describe('a step that changes what a dossier holds', () => {
  const actions = [
    'amendDossier',
    'uncontestValue',
    'setRetention',
    'changeHandlingCode',
    'countersignShareable',
    'removeByOrder',
    'countersignRemoval',
    'addCase',
    'closeDossier',
  ];
  /** What an officer of the case is told where there is nothing to agree to, or to remove. */
  const toldOther: Record<string, object> = {
    removeByOrder: { __typename: 'UnknownRecord' },
    countersignRemoval: { __typename: 'UnknownRecord' },
    countersignShareable: {
      __typename: 'InvalidInput',
      problems: [{ path: 'dossier', code: 'NOT_PROPOSED' }],
    },
  };

  test.each(actions)(
    '%s is refused to officers of other cases, and taken by one of its case',
    async (action) => {
      const [type = '', input] = (await changes(ids.other))[action] ?? [];
      const officer = ofSupervisor.includes(action) ? supervisor : investigator;
      const before = await stored(ids.other);
      const refused = await act(officer(), action, type, input as never);
      expect(refused.codes).toEqual(['FORBIDDEN']);
      expect(refused.message).toContain('concord-case');
      expect(await stored(ids.other)).toEqual(before);
      const taken = await act(officer(otherCase), action, type, input as never);
      expect(taken).toMatchObject(toldOther[action] ?? recorded);
    },
  );

  test('is any supervisor’s on a dossier without cases, and no investigator’s', async () => {
    const { setRetention, changeHandlingCode } = await changes(ids.none);
    expect((await act(investigator(), 'setRetention', ...(setRetention as [string, never]))).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect(
      await act(supervisor(), 'changeHandlingCode', ...(changeHandlingCode as [string, never])),
    ).toMatchObject(recorded);
  });

  test('is none where it only withholds: anybody who may read the value contests it', async () => {
    const value = (await stored(ids.other))?.names[0]?.id;
    const contested = { dossier: ids.other, value, reason: 'The person disputes it' };
    expect(await act(investigator(), 'contestValue', 'ValueInput', contested)).toMatchObject(recorded);
  });

  test('on a dossier that there is not is answered as ever', async () => {
    const unknown = { dossier: 'BY-N0B0DY000001', value: 'VN0THERE', reason: 'x', retainUntil: today };
    expect(
      await act(investigator(), 'setRetention', 'RetentionInput', { version: 1, ...unknown }),
    ).toMatchObject({
      __typename: 'UnknownRecord',
      of: unknown.dossier,
    });
  });
});

/** The erasures of a dossier ahead, as an officer is told of them. */
async function toldOf(officer: Asking, dossier: string) {
  const { data } = await officer.run(
    '{ belarus { notices(kinds: [ERASURE_AHEAD]) { nodes { dossier values until } } } }',
  );
  const { nodes } = data.belarus.notices as { nodes: { dossier: string; values: number }[] };
  return nodes.filter((notice) => notice.dossier === dossier);
}

test('a dossier is not erased by one officer who ends the time of its status, and is by two, after supervisors were told', async () => {
  const dossier = ids.erased;
  const before = dossierOf(dossier);
  const values = [before.status.id];
  await act(investigator().called('investigator-4'), 'setRetention', 'RetentionInput', {
    dossier,
    value: before.status.id,
    reason: 'no more',
    retainUntil: today,
    code: 'NOT_NEEDED',
  });
  const told = () => toldOf(supervisor(), dossier);
  const soon = daysAfter(new Date(), 8);
  expect(await runRetention(store(), soon)).toMatchObject({ dossiersErased: 0, failed: 0 });
  expect(await stored(dossier)).not.toBeNull();
  expect(await told()).toEqual([]);

  expect(await act(supervisor(), 'countersignRemoval', 'RemovalInput', { dossier, values })).toMatchObject(
    recorded,
  );
  const from = (await stored(dossier))?.status.provenance.leaving?.from;
  expect(from?.getTime()).toBeGreaterThan(daysAfter(new Date(), 6.9).getTime());
  const notice = { dossier, values: valuesOf(before).length, until: from?.toISOString() };
  expect(await told()).toEqual([notice]);
  const notices = erasureNotices(agency.models.notices);
  await tellErasures({ retention: store(), notices, days: 7 }, daysAfter(new Date(), 1));
  expect(await told()).toEqual([notice]);
  expect(await runRetention(store(), daysAfter(new Date(), 6))).toMatchObject({ dossiersErased: 0 });
  expect(await runRetention(store(), soon)).toMatchObject({ dossiersErased: 1, removalsSettled: 1 });
  expect(await stored(dossier)).toBeNull();
  expect(await told()).toEqual([]);

  const left = await historyOf(agency.models, dossier);
  expect(left.map(({ by, action, code }) => [by, action, code])).toEqual([
    ['demo', 'RECORD', undefined],
    ['investigator-4', 'RETAIN', 'NOT_NEEDED'],
    ['supervisor-1', 'COUNTERSIGN_REMOVAL', undefined],
    ['retention', 'SETTLE_REMOVAL', undefined],
    ['retention', 'ERASE', 'RETENTION_ENDED'],
  ]);
  expect(JSON.stringify(left)).not.toMatch(/no more|"before"|"after"|"value"/);
  const read = `query ($dossier: ID!, $first: Int! = 20, $after: Cursor) { belarus {
    erasedHistory(dossier: $dossier, first: $first, after: $after) {
      nodes { version at by action code keptUntil } pageInfo { hasNextPage endCursor } } } }`;
  const shownTo = async (officer: Asking, variables: object = { dossier }) =>
    (await officer.run(read, { ...variables })).data?.belarus?.erasedHistory;
  const overseer = agency.as('BELARUS', 'OVERSEER');
  const lines = [...left].reverse().map(({ version, at, by, action, code = null, keptUntil }) => ({
    ...{ version, by, action, code },
    at: at.toISOString(),
    keptUntil: keptUntil?.toISOString(),
  }));
  for (const officer of [overseer, supervisor(otherCase)])
    expect((await shownTo(officer)).nodes).toEqual(lines);
  const page = await shownTo(overseer, { dossier, first: 2 });
  const { endCursor: after } = page.pageInfo;
  const next = await shownTo(overseer, { dossier, after });
  expect([...page.nodes, ...next.nodes]).toEqual(lines);
  const others = [
    agency.as('BELARUS', 'INVESTIGATOR'),
    agency.as('BELARUS', 'PARTNER'),
    agency.as('RUSSIA', 'OVERSEER'),
    agency.as('RUSSIA', 'SUPERVISOR'),
  ];
  for (const other of others) expect(await shownTo(other)).toBeNull();
  // One that is there has its own history, and tells no more here than one that there never was.
  const [there, never] = [
    await shownTo(overseer, { dossier: ids.many }),
    await shownTo(overseer, { dossier: 'BY-N0B0DY000001' }),
  ];
  expect([there.nodes, there]).toEqual([[], never]);
  const inYears = (years: number) => daysAfter(soon, years * 366);
  expect(await runRetention(store(), inYears(4))).toMatchObject({ historyErased: 0 });
  expect(await runRetention(store(), inYears(6))).toMatchObject({ historyErased: left.length });
});

describe('a removal that one officer has proposed', () => {
  const waitingFor = async (officer: Asking) => {
    const { data } = await officer.run(
      '{ belarus { waiting(kinds: [REMOVAL_TO_COUNTERSIGN]) { nodes { ... on WaitingValues { due steps { action } dossier { id } } } counts { count } } } }',
    );
    return data.belarus.waiting.nodes as { dossier: { id: string } }[];
  };

  test('waits on the list of supervisors of its case, not of its proposer, until it is taken back', async () => {
    const dossier = ids.strip;
    const value = dossierOf(dossier).names[0]?.id;
    await act(investigator(), 'amendDossier', 'AmendDossierInput', { dossier, remove: [value] });
    expect(await waitingFor(supervisor())).toMatchObject([
      {
        dossier: { id: dossier },
        steps: [{ action: 'COUNTERSIGN_REMOVAL' }, { action: 'TAKE_BACK_REMOVAL' }],
      },
    ]);
    expect(await waitingFor(supervisor(otherCase))).toEqual([]);
    expect(await waitingFor(supervisor().called('investigator-1'))).toEqual([]);
    const back = { dossier, values: [value] };
    const analyst = agency.as('BELARUS', 'ANALYST').called('analyst-1');
    const ofOther = analyst.for('DETECTION', otherCase);
    expect((await act(ofOther, 'takeBackRemoval', 'TakeBackRemovalInput', back)).codes).toEqual([
      'FORBIDDEN',
    ]);
    const ofCase = analyst.for('INVESTIGATION', ownCase);
    expect(await act(ofCase, 'takeBackRemoval', 'TakeBackRemovalInput', back)).toMatchObject(recorded);
    expect((await stored(dossier))?.names[0]?.provenance.leaving).toBeUndefined();
    expect(await waitingFor(supervisor())).toEqual([]);
  });

  test('is taken back by any supervisor, and by its proposer under another case', async () => {
    const dossier = ids.strip;
    const value = dossierOf(dossier).names[0]?.id;
    for (const officer of [supervisor(otherCase), investigator(otherCase)]) {
      await act(investigator(), 'amendDossier', 'AmendDossierInput', { dossier, remove: [value] });
      const back = { dossier, values: [value] };
      expect(await act(officer, 'takeBackRemoval', 'TakeBackRemovalInput', back)).toMatchObject(recorded);
    }
  });

  test('is taken back from outside of its case twenty times in a day, of which supervisors of the case are told', async () => {
    const dossier = ids.back;
    const all = phones.map(({ id }) => `B${id.slice(1)}`);
    for (const [n, values] of [all.slice(0, 15), all.slice(15)].entries()) {
      const proposer = investigator().called(`proposer-${n}`);
      expect(
        await act(proposer, 'amendDossier', 'AmendDossierInput', { dossier, remove: values }),
      ).toMatchObject(recorded);
    }
    const takeBack = (officer: Asking, ...values: string[]) =>
      act(officer, 'takeBackRemoval', 'TakeBackRemovalInput', { dossier, values });
    const outside = supervisor(otherCase).called('supervisor-2');
    expect(await takeBack(outside, ...all.slice(0, 18))).toMatchObject(recorded);
    const outcomes = await Promise.all(all.slice(18, 22).map((value) => takeBack(outside, value)));
    expect(outcomes.filter(({ codes }) => codes?.[0] === 'QUOTA_SPENT')).toHaveLength(2);
    expect(await takeBack(supervisor(), ...all.slice(22, 25))).toMatchObject(recorded);
    expect(await takeBack(investigator().called('proposer-1'), all[25] ?? '')).toMatchObject(recorded);
    const { data } = await supervisor().run(
      '{ belarus { notices(kinds: [TAKEN_BACK]) { nodes { dossier } } } }',
    );
    const told: { dossier: string }[] = data.belarus.notices.nodes;
    expect(told.filter((notice) => notice.dossier === dossier)).toHaveLength(3);
    const days = await agency.models.officerDays.find({ takenBack: { $exists: true } }).lean();
    expect(days.filter(({ _id }) => _id.endsWith('supervisor-2'))).toMatchObject([{ takenBack: 20 }]);
  });

  test('is one of twenty in a day, however many steps ask at once', async () => {
    const dossier = ids.many;
    const officer = investigator().called('investigator-2');
    const remove = (...values: string[]) =>
      act(officer, 'amendDossier', 'AmendDossierInput', { dossier, remove: values });
    const all = phones.map(({ id }) => id);
    expect((await remove(...all.slice(0, 21))).codes).toEqual(['QUOTA_SPENT']);
    expect(await remove(...all.slice(0, 15))).toMatchObject(recorded);
    const other = ids.strip;
    const { contacts = [], documents = [] } = (await stored(other)) ?? {};
    expect([...contacts, ...documents].length).toBeGreaterThan(0);
    const answers = await Promise.all([
      remove(...all.slice(15, 20)),
      act(officer, 'amendDossier', 'AmendDossierInput', { dossier: other, remove: [contacts[0]?.id] }),
    ]);
    const refused = answers.filter(({ codes }) => codes?.[0] === 'QUOTA_SPENT');
    expect(refused).toHaveLength(1);
    const removed = await agency.models.officerDays.findById(`${today} investigator-2`).lean();
    expect(removed?.removed).toBeLessThanOrEqual(20);
    expect(
      await act(investigator(), 'amendDossier', 'AmendDossierInput', { dossier, remove: [all[29]] }),
    ).toMatchObject(recorded);
  });
});

describe('a removal that ends a whole dossier', () => {
  const officer = () => investigator().called('investigator-3');
  const ending = (dossier: string) => ({
    ...{ dossier, value: dossierOf(dossier).status.id },
    ...{ reason: 'no more', retainUntil: today, code: 'NOT_NEEDED' },
  });
  const shorten = (dossier: string) => act(officer(), 'setRetention', 'RetentionInput', ending(dossier));

  test('counts for all its values in the officer’s day, for one officer after the other', async () => {
    const held = valuesOf(dossierOf(ids.first)).length;
    expect(await shorten(ids.first)).toMatchObject(recorded);
    const removed = async () =>
      (await agency.models.officerDays.findById(`${today} investigator-3`).lean())?.removed;
    expect(await removed()).toBe(Math.min(20, held));
    const before = await stored(ids.second);
    expect((await shorten(ids.second)).codes).toEqual(['QUOTA_SPENT']);
    expect(await stored(ids.second)).toEqual(before);
    expect(await removed()).toBe(Math.min(20, held));
  });

  test('is taken back until it takes effect, also once two have agreed', async () => {
    const values = [dossierOf(ids.first).status.id];
    const { first: dossier } = ids;
    await act(supervisor(), 'countersignRemoval', 'RemovalInput', { dossier, values });
    const back = { dossier, values };
    expect(await act(officer(), 'takeBackRemoval', 'TakeBackRemovalInput', back)).toMatchObject(recorded);
    await runRetention(store(), daysAfter(new Date(), 9));
    expect(await stored(dossier)).not.toBeNull();
  });
});
