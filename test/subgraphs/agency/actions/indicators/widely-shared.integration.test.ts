import { listWidelyShared } from '../../../../../subgraphs/agency/jobs/list-widely-shared.ts';
import { sightingStore } from '../../../../../subgraphs/agency/storage/indicators/sighting-store.ts';
import { widelySharedStore } from '../../../../../subgraphs/agency/storage/indicators/widely-shared-store.ts';
import { noticeBook } from '../../../../../subgraphs/agency/storage/notices/notice-book.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { domain, holding, type WarningWorld, warningWorld } from './support.ts';

const wide = 'wide.example.net';
const phone = '+375001112244';
const day = 86_400_000;
/** A Tuesday. */
const start = new Date('2026-11-24T08:00:00Z');

const contacts = [
  {
    id: 'V000000000PH2',
    kind: 'PHONE',
    value: phone,
    provenance: holding('BY-0000000000', []).status.provenance,
  },
] as ReturnType<typeof holding>['contacts'];
const idOf = (prefix: 'BY' | 'RU', index: number) => `${prefix}-W1DE${String(index).padStart(12, '0')}`;
const caseAt = (index: number) => `BY-2026-${String(index + 1).padStart(6, '0')}`;
/** Dossiers of twenty-three officers in a case each share a domain and a phone; those of twenty-two share another domain. */
const many = Array.from({ length: 23 }, (_, index) =>
  holding(idOf('BY', index), [domain(wide), ...(index < 22 ? [domain('twenty-two.example.net')] : [])], {
    contacts,
    cases: [caseAt(index)],
  }),
);
const officers = many.map((_each, index) => `officer-${String(index + 1).padStart(2, '0')}`);
/** Two officers alone share a domain, in as many cases; as many dossiers of one case share another. */
const ofTwo = many.map(({ cases }, index) =>
  holding(idOf('BY', index + 100), [domain('two.example.net')], { cases }),
);
const ofOneCase = many.map((_each, index) =>
  holding(idOf('BY', index + 200), [domain('one-case.example.net')]),
);

/** A dossier of one officer names as many cases, and two others hold its domain too. */
const ofOneDossier = Array.from({ length: 3 }, (_, index) =>
  holding(idOf('BY', index + 300), [domain('one-dossier.example.net')], {
    cases: index === 0 ? many.flatMap(({ cases }) => cases) : [caseAt(index)],
  }),
);

interface Shared {
  kind: string;
  value: string | null;
  dossiers: number;
  cases: number;
  officers: number;
  since: string;
}

let world: WarningWorld;
const count = (signal?: AbortSignal) => {
  const { models } = world.of.BELARUS;
  const book = noticeBook(models.notices);
  const { spread } = sightingStore(models.sightings);
  const shared = widelySharedStore(models);
  return listWidelyShared({ own: 'BELARUS', shared, spread, book }, world.now, signal);
};
const ask = (officer: ReturnType<typeof world.as>, page = '') =>
  officer.run(`{ belarus { widelyShared${page} {
    nodes { kind value dossiers cases officers since } pageInfo { hasNextPage endCursor } } } }`);
const listed = async (officer: ReturnType<typeof world.as>): Promise<Shared[]> => {
  const { data } = await ask(officer);
  return data.belarus.widelyShared.nodes.sort((one: Shared, other: Shared) =>
    one.kind < other.kind ? -1 : 1,
  );
};
const overseer = () => world.as('BELARUS', 'OVERSEER');

beforeAll(async () => {
  world = await warningWorld({ start });
  for (const [index, dossier] of many.entries())
    await world.recordBy('BELARUS', officers[index] ?? '', dossier);
  for (const [index, dossier] of ofTwo.entries())
    await world.recordBy('BELARUS', officers[index % 2] ?? '', dossier);
  for (const [index, dossier] of ofOneCase.entries())
    await world.recordBy('BELARUS', officers[index % 3] ?? '', dossier);
  for (const [index, dossier] of ofOneDossier.entries())
    await world.recordBy('BELARUS', officers[index] ?? '', dossier);
  const theirs = Array.from({ length: 32 }, (_, index) =>
    holding(idOf('RU', index), [domain('theirs.example.net')]),
  );
  await world.record('RUSSIA', ...theirs);
});

describe('values that are in more than twenty cases without any two of the officers who recorded them', () => {
  test('are none before they are counted, and none where the count is told to stop', async () => {
    expect(await listed(overseer())).toEqual([]);
    expect(await count(AbortSignal.abort())).toBe(0);
    expect(await listed(overseer())).toEqual([]);
  });

  test('are listed with their numbers, and what fewer cases, one case, two officers or one officer’s dossier share is not', async () => {
    expect(await count()).toBe(2);
    const since = world.now.toISOString();
    expect(await listed(overseer())).toEqual([
      { kind: 'DOMAIN', value: null, dossiers: 23, cases: 23, officers: 23, since },
      { kind: 'PHONE', value: null, dossiers: 23, cases: 23, officers: 23, since },
    ]);
  });

  test('are shown to an overseer with who recorded them, and how many in a day, and to no other', async () => {
    const document = '{ belarus { widelyShared { nodes { recorders { officer day dossiers } } } } }';
    const recordersFor = async (role: Role) =>
      (await world.as('BELARUS', role).run(document)).data.belarus.widelyShared.nodes[0].recorders;
    const day = many[0]?.createdAt.toISOString().slice(0, 10);
    expect(await recordersFor('OVERSEER')).toEqual(
      officers.toReversed().map((officer) => ({ officer, day, dossiers: 1 })),
    );
    for (const role of ['LIAISON', 'SUPERVISOR'] as const) expect(await recordersFor(role)).toBeNull();
  });

  test.each<[Role, 'INVESTIGATION' | 'PREVENTION', (string | null)[]]>([
    ['OVERSEER', 'INVESTIGATION', [null, null]],
    ['LIAISON', 'INVESTIGATION', [wide, null]],
    ['SUPERVISOR', 'PREVENTION', [wide, null]],
    ['SUPERVISOR', 'INVESTIGATION', [wide, phone]],
  ])(
    'are shown to the %s under %s as far as their classes may be read in every dossier: %j',
    async (role, purpose, values) => {
      const officer = world.as('BELARUS', role).for(purpose, caseOf.BELARUS);
      expect((await listed(officer)).map(({ value }) => value)).toEqual(values);
    },
  );

  test.each([
    ['an ANALYST', 'BELARUS', 'ANALYST'],
    ['an INVESTIGATOR', 'BELARUS', 'INVESTIGATOR'],
    ['a PARTNER', 'BELARUS', 'PARTNER'],
    ['a LIAISON of the other agency', 'RUSSIA', 'LIAISON'],
    ['a SUPERVISOR of the other agency', 'RUSSIA', 'SUPERVISOR'],
    ['an OVERSEER of the other agency', 'RUSSIA', 'OVERSEER'],
  ] as const)('are withheld from %s', async (_who, agency, role) => {
    const { data, redactions } = await ask(world.as(agency, role));
    expect(data.belarus?.widelyShared ?? null).toBeNull();
    expect(JSON.stringify({ data, redactions })).not.toMatch(/DOMAIN|PHONE|wide\./);
  });

  test('are paged, each once', async () => {
    const first = (await ask(overseer(), '(first: 1)')).data.belarus.widelyShared;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const next = (await ask(overseer(), `(first: 1, after: "${first.pageInfo.endCursor}")`)).data.belarus
      .widelyShared;
    expect(next.pageInfo.hasNextPage).toBe(false);
    expect([...first.nodes, ...next.nodes].map(({ kind }) => kind).sort()).toEqual(['DOMAIN', 'PHONE']);
    expect((await ask(overseer(), '(first: 0)')).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('are told once, in the week after, to those who may list them, and to nobody else', async () => {
    const notices = async (...roles: Role[]) => {
      const { data } = await world
        .as('BELARUS', ...roles)
        .run(
          '{ belarus { notices(kinds: [WIDELY_SHARED_VALUES]) { nodes { kind values agency direction } } } }',
        );
      return data.belarus.notices?.nodes ?? null;
    };
    world.pass(5 * day);
    await count();
    expect(await notices('SUPERVISOR')).toEqual([]);
    world.pass(day);
    for (const _again of [1, 2]) await count();
    const notice = { kind: 'WIDELY_SHARED_VALUES', values: 2, agency: 'BELARUS', direction: 'RECEIVED' };
    for (const role of ['LIAISON', 'SUPERVISOR'] as const) expect(await notices(role)).toEqual([notice]);
    expect(await notices('INVESTIGATOR')).toEqual([]);
    expect(await notices('OVERSEER')).toBeNull();
    world.pass(7 * day);
    await count();
    expect(await notices('SUPERVISOR')).toEqual([notice]);
  });

  test('are listed no more once a dossier has let go of one, and anew once it has not', async () => {
    const before = (await listed(overseer())).find(({ kind }) => kind === 'DOMAIN');
    const [first] = many;
    if (!first) throw new Error('there are no dossiers');
    await world.contest('BELARUS', first);
    world.pass(day);
    expect(await count()).toBe(1);
    expect((await listed(overseer())).map(({ kind }) => kind)).toEqual(['PHONE']);
    await world.contest('BELARUS', first, 2, 'uncontestValue');
    world.pass(day);
    expect(await count()).toBe(2);
    const again = (await listed(overseer())).find(({ kind }) => kind === 'DOMAIN');
    expect(again).toMatchObject({ dossiers: 23, since: world.now.toISOString() });
    expect(again?.since).not.toBe(before?.since);
  });
});
