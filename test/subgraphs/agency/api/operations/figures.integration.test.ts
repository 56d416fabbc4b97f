import { resultsOf } from '../../../../../subgraphs/agency/records/operations/half/operation-results.ts';
import { withColumns } from '../../../../../subgraphs/agency/records/operations/operation-columns.ts';
import type { OperationRecord } from '../../../../../subgraphs/agency/records/operations/operation-record.ts';
import { operationAt } from '../../../../support/hand-made-operations.ts';
import { type OperatingAgencies, operatingAgencies } from './support.ts';

let world: OperatingAgencies;

/** An operation that was ended on a day, with so many people arrested. */
function endedOn(day: string, name: string, arrested: number): OperationRecord {
  const at = new Date(`${day}T12:00:00Z`);
  const { name: _code, ...record } = operationAt('ENDED', { name: name.padEnd(16, '0'), at });
  const { operation } = record;
  const results = { ...resultsOf([], []), arrested, measures: 1 };
  const after = { ...operation, mine: { ...operation.mine, results } };
  const { name: _again, ...written } = withColumns({ ...record, operation: after }, new Date());
  return written;
}

beforeAll(async () => {
  world = await operatingAgencies();
  await world.BELARUS.models.operations.create([
    ...[1, 2, 3].map((number) => endedOn('2026-02-10', `F1RST${number}`, 4)),
    endedOn('2026-05-10', 'SEC0ND1', 9),
    operationAt('DRAFT', { name: 'DRAFTED000000000', at: new Date('2026-05-11T12:00:00Z') }),
  ]);
});

const quarters =
  'operationQuarters(from: "2026-Q1", until: "2026-Q2") { quarter operations endedEarly measures arrested victimsFound seized { amount } }';

test('heads of the agency read what operations came to by quarter', async () => {
  const { data } = await world.belarus.head().run(`{ belarus { ${quarters} } }`);
  expect(data.belarus.operationQuarters).toEqual([
    {
      ...{ quarter: '2026-Q1', operations: 3, endedEarly: 3, measures: 3 },
      ...{ arrested: 12, victimsFound: 0, seized: [] },
    },
    {
      ...{ quarter: '2026-Q2', operations: 1, endedEarly: 1, measures: 1 },
      ...{ arrested: 9, victimsFound: 0, seized: [] },
    },
  ]);
});

test('heads of the other agency read them without numbers below 3', async () => {
  const asked = (role: 'SUPERVISOR' | 'LIAISON') =>
    world.BELARUS.as('RUSSIA', role).at(world.now).run(`{ belarus { ${quarters} } }`);
  const { data } = await asked('SUPERVISOR');
  expect(data.belarus.operationQuarters).toEqual([
    {
      ...{ quarter: '2026-Q1', operations: 3, endedEarly: 3, measures: 3 },
      ...{ arrested: 12, victimsFound: null, seized: [] },
    },
    {
      ...{ quarter: '2026-Q2', operations: null, endedEarly: null, measures: null },
      ...{ arrested: null, victimsFound: null, seized: null },
    },
  ]);
  const denied = await asked('LIAISON');
  expect(denied.data.belarus.operationQuarters).toBeNull();
});

test('an overseer reads numbers and days, and nothing else', async () => {
  const overseer = world.officer('BELARUS', 'OVERSEER', 'overseer');
  const figures =
    '{ belarus { operationFigures(from: "2026-01-01", until: "2026-12-31") { state operations first last } operations { nodes { id } } } }';
  const { data } = await overseer.run(figures);
  expect(data.belarus).toEqual({
    operationFigures: [
      { state: 'ENDED', operations: 4, first: '2026-02-10', last: '2026-05-10' },
      { state: 'LAPSED', operations: 1, first: '2026-05-11', last: '2026-05-11' },
    ],
    operations: null,
  });
  expect((await world.belarus.head().run(figures)).data.belarus.operationFigures).toBeNull();
});

test.each(['2026-Q5', '2026', '2020-Q1'])(
  '%s is refused as the beginning of quarters until 2026-Q2',
  async (from) => {
    const { codes } = await world.belarus
      .head()
      .run(`{ belarus { operationQuarters(from: "${from}", until: "2026-Q2") { quarter } } }`);
    expect(codes).toEqual(['BAD_USER_INPUT']);
  },
);
