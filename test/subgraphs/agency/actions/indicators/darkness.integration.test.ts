import { caseOf } from '../../../../support/world/cases.ts';
import { act, draftOf, read } from '../../api/requests/support.ts';
import { domain, holding, type ShownAlert, type WarningWorld, warningWorld } from './support.ts';

let world: WarningWorld;
let ours: ShownAlert;
let theirs: ShownAlert;
const by = holding('BY-DARK000000000001', [domain('dark.example.net')]);
const ru = holding('RU-DARK000000000001', [domain('dark.example.net')]);

beforeAll(async () => {
  world = await warningWorld();
  await world.record('BELARUS', by);
  await world.record('RUSSIA', ru);
  await world.rounds(3);
  [ours, theirs] = [(await world.alerts('BELARUS'))[0], (await world.alerts('RUSSIA'))[0]] as [
    ShownAlert,
    ShownAlert,
  ];
});

const one = (id: string) =>
  `{ belarus { alert(id: "${id}") { id state version reference } alerts { nodes { id } pageInfo { hasNextPage endCursor } } } }`;
const nobodys = 'BYA-0000000000000000';

describe('an alert', () => {
  test('is read and listed by officers of its case, and by a LIAISON whatever the case', async () => {
    const officers = [
      world.as('BELARUS', 'INVESTIGATOR'),
      world.as('BELARUS', 'ANALYST'),
      world.as('BELARUS', 'SUPERVISOR'),
      world.as('BELARUS', 'LIAISON').for('INVESTIGATION', 'BY-2026-000999'),
    ];
    for (const officer of officers) {
      const { data } = await officer.run(one(ours.id));
      expect(data.belarus).toMatchObject({ alert: { id: ours.id }, alerts: { nodes: [{ id: ours.id }] } });
    }
  });

  test.each(['ANALYST', 'INVESTIGATOR', 'SUPERVISOR'] as const)(
    'of another case is to the %s as one that is none, to the byte',
    async (role) => {
      const officer = world.as('BELARUS', role).for('INVESTIGATION', 'BY-2026-000999');
      const answers = [];
      for (const id of [ours.id, nobodys]) {
        const { data, codes, redactions } = await officer.run(one(id));
        answers.push(JSON.stringify({ data, codes, redactions }));
      }
      expect(answers[0]).toBe(answers[1]);
      expect(answers[0]).toContain('"alert":null');
      expect(answers[0]).toContain('"nodes":[]');
      const step = await world.step(
        'BELARUS',
        'acknowledgeAlert',
        { alert: ours.id, version: 1 },
        world.as('BELARUS', 'INVESTIGATOR').for('INVESTIGATION', 'BY-2026-000999'),
      );
      const none = await world.step(
        'BELARUS',
        'acknowledgeAlert',
        { alert: nobodys, version: 1 },
        world.as('BELARUS', 'INVESTIGATOR').for('INVESTIGATION', 'BY-2026-000999'),
      );
      expect([step.result, none.result]).toEqual([
        { __typename: 'UnknownRecord', unknown: ours.id },
        { __typename: 'UnknownRecord', unknown: nobodys },
      ]);
    },
  );

  test('is withheld whole from officers of the other agency, in whose own case it would stand too', async () => {
    for (const role of ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR', 'OVERSEER'] as const) {
      const foreign = world.of.BELARUS.as('RUSSIA', role).at(world.now);
      const answers = [];
      for (const id of [ours.id, nobodys]) {
        const { data, redactions } = await foreign.for('INVESTIGATION', caseOf.BELARUS).run(one(id));
        expect(data.belarus).toEqual({ alert: null, alerts: null });
        answers.push(JSON.stringify({ data, redactions }));
      }
      expect(answers[0]).toBe(answers[1]);
    }
  });

  test('names no dossier and no kind of value that its reader may not see', async () => {
    const fields = `{ belarus { alert(id: "${ours.id}") { kind dossiers { id } } } }`;
    const allowed = await world.as('BELARUS', 'INVESTIGATOR').run(fields);
    expect(allowed.data.belarus.alert).toEqual({ kind: 'DOMAIN', dossiers: [{ id: by._id }] });
    // TECHNICAL of this dossier is for its cases alone to a LIAISON who prevents.
    const liaison = await world.as('BELARUS', 'LIAISON').for('PREVENTION', 'BY-2026-000999').run(fields);
    expect(liaison.data.belarus.alert).toEqual({ kind: 'DOMAIN', dossiers: [{ id: by._id }] });
  });

  test('is on the record of reads with the dossiers that it showed', async () => {
    const { models } = world.of.BELARUS;
    const before = await models.reads.countDocuments({ dossiers: by._id });
    await world
      .as('BELARUS', 'INVESTIGATOR')
      .run(`{ belarus { alert(id: "${ours.id}") { dossiers { id names { full } } } } }`);
    expect(await models.reads.countDocuments({ dossiers: by._id })).toBe(before + 1);
  });

  test('is told by a notice to those who may know of it, and to nobody else', async () => {
    const list = '{ belarus { notices { nodes { kind alert } } } }';
    const told = async (officer: ReturnType<typeof world.as>) =>
      ((await officer.run(list)).data.belarus.notices?.nodes ?? []).map(
        ({ alert }: { alert: string }) => alert,
      );
    expect(await told(world.as('BELARUS', 'SUPERVISOR'))).toEqual([ours.id]);
    expect(await told(world.as('BELARUS', 'LIAISON'))).toEqual([ours.id]);
    expect(await told(world.as('BELARUS', 'SUPERVISOR').for('INVESTIGATION', 'BY-2026-000999'))).toEqual([]);
  });
});

describe('an overseer', () => {
  test('is told figures and the state of the exchange, and no alert', async () => {
    const day = world.now.toISOString().slice(0, 10);
    const { data, redactions } = await world.as('BELARUS', 'OVERSEER').run(`{ belarus {
      alertFigures(from: "${day}", until: "${day}") { state reason alerts }
      indicatorExchange { agency waiting postponed usedHere usedThere quota wrongProofs runs { case officer day length } runsThere { day length } }
      alerts { nodes { id } } } }`);
    expect(data.belarus.alertFigures).toEqual([{ state: 'NEW', reason: null, alerts: 1 }]);
    // Three rounds of twelve slots; the first had nothing to take back.
    expect(data.belarus.indicatorExchange).toMatchObject([
      {
        agency: 'RUSSIA',
        waiting: 0,
        postponed: 0,
        usedHere: 38,
        usedThere: 38,
        wrongProofs: 0,
        runs: [],
        runsThere: [],
      },
    ]);
    expect(data.belarus.alerts).toBeNull();
    expect(redactions).toMatchObject([{ coordinate: 'BelarusQuery.alerts', reason: 'ROLE' }]);
  });

  test.each([
    ['2026-01-01', '2025-01-01'],
    ['2024-01-01', '2026-01-01'],
  ])('is refused figures from %s until %s', async (from, until) => {
    const { codes } = await world
      .as('BELARUS', 'OVERSEER')
      .run(`{ belarus { alertFigures(from: "${from}", until: "${until}") { alerts } } }`);
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('from an alert', () => {
  const ask = async (reference: string) => {
    const drafted = await act(
      'russia',
      world.as('RUSSIA', 'INVESTIGATOR'),
      'draftRequest',
      draftOf({ hit: reference }),
    );
    const authorised = await act('russia', world.as('RUSSIA', 'SUPERVISOR'), 'authoriseRequest', {
      request: drafted.id,
    });
    expect(authorised.half?.state).toBe('SENT');
    await world.handOver();
    return {
      id: drafted.id,
      theirs: (await world.of.BELARUS.models.requests.findById(drafted.id).lean())?.dossier,
    };
  };

  test('a request for information reaches the other side’s dossier by its reference, though nobody knows its id', async () => {
    const { id, theirs: dossier } = await ask(theirs.reference);
    expect(dossier).toBe(by._id);
    await act('belarus', world.as('BELARUS', 'LIAISON'), 'acceptRequest', { request: id });
    const { half } = await read('belarus', world.as('BELARUS', 'LIAISON'), id);
    expect(half.dossier).toEqual({ id: by._id });
    // The asking agency is told of nothing but its own reference.
    expect(JSON.stringify((await read('russia', world.as('RUSSIA', 'INVESTIGATOR'), id)).half)).not.toContain(
      by._id,
    );
  });

  test('it reaches nothing once the identifier was taken back, and ends as one about nobody', async () => {
    const [gone, held] = ['BY', 'RU'].map((prefix) =>
      holding(`${prefix}-DARK000000000002`, [domain('gone.example.net')]),
    ) as [typeof by, typeof ru];
    await world.record('BELARUS', gone);
    await world.record('RUSSIA', held);
    await world.rounds(3);
    const alert = (await world.alerts('RUSSIA')).find(({ dossiers }) => dossiers[0]?.id === held._id);
    await world.contest('BELARUS', gone);
    await world.rounds(3);
    const { id, theirs: dossier } = await ask(alert?.reference ?? '');
    const other = await ask('BYH-00000000000000000000');
    expect([dossier, other.theirs]).toEqual([undefined, undefined]);
    await act('belarus', world.as('BELARUS', 'LIAISON'), 'acceptRequest', { request: id });
    await act('belarus', world.as('BELARUS', 'LIAISON'), 'acceptRequest', { request: other.id });
    world.pass(9 * 86_400_000);
    for (const agency of ['BELARUS', 'RUSSIA'] as const) await world.of[agency].settleRequests(world.now);
    await world.handOver();
    for (const agency of ['BELARUS', 'RUSSIA'] as const) await world.of[agency].settleRequests(world.now);
    const stateOf = async (request: string) =>
      (await world.of.BELARUS.models.requests.findById(request).lean())?.state;
    expect(await stateOf(id)).toBe(await stateOf(other.id));
    expect(await stateOf(id)).toBe('NO_DATA');
  });
});

test('a step on an alert is refused to an officer of its case who may not read its identifier, and taken by one who may', async () => {
  const contacts = [
    { id: 'V000000000PH1', kind: 'PHONE', value: '+375001112233', provenance: by.status.provenance },
  ] as typeof by.contacts;
  await world.record('BELARUS', holding('BY-DARK000000000003', [], { contacts }));
  await world.record('RUSSIA', holding('RU-DARK000000000003', [], { contacts }));
  await world.rounds(3);
  const analyst = world.as('BELARUS', 'ANALYST');
  const id = (await world.alerts('BELARUS', analyst)).find(({ kind }) => kind === 'PHONE')?.id;
  const target = { alert: id, version: 1 };
  // CONTACT is closed to an analyst who prevents.
  const preventing = analyst.for('PREVENTION', caseOf.BELARUS);
  const shown = (await world.alerts('BELARUS', preventing)).find((each) => each.id === id);
  expect(shown).toMatchObject({ state: 'NEW', kind: null, dossiers: [] });
  expect((await world.step('BELARUS', 'acknowledgeAlert', target, preventing)).codes).toEqual(['FORBIDDEN']);
  const { result } = await world.step('BELARUS', 'acknowledgeAlert', target, analyst);
  expect(result).toMatchObject({
    __typename: 'RecordedAlert',
    alert: { state: 'ACKNOWLEDGED', kind: 'PHONE' },
  });
});
