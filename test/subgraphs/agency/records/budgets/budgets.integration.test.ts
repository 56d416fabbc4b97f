import type { BudgetLimits } from '../../../../../subgraphs/agency/records/budgets/budget-record.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { plentiful } from '../../../../support/plentiful.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import {
  day,
  dossiers,
  givenNames,
  half,
  limitsOf,
  nextDay,
  question,
  released,
  releasing,
  sameDay,
  search,
  surnames,
  suspects,
} from './support.ts';

describe('the budgets of an owner', () => {
  /** What is allowed at the moment, of one database for all tests: each has officers and days of its own. */
  const limits = structuredClone(plentiful) as {
    -readonly [Scope in keyof BudgetLimits]: BudgetLimits[Scope];
  };
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers: releasing, limits });
  });
  let tests = 0;
  const open = async (allowed: BudgetLimits) => {
    tests += 1;
    Object.assign(limits, allowed);
    await agency.models.budgets.deleteMany({});
    return agency;
  };

  const officer = (of: AgencyInProcess, subject = 'seeker') =>
    of.as('RUSSIA', 'INVESTIGATOR').called(`${subject} ${tests}`).at(day);
  const searched = async (by: Officer, index = 0) => {
    const { data, codes } = await by.run(search, question(surnames[index] ?? '', givenNames[index]));
    expect(codes).toEqual([]);
    return JSON.parse(data._entities[0].matches).renewsAt ?? 'ANSWERED';
  };
  const renewal = '2026-11-26T00:00:00.000Z';

  test('are of an officer, and renew with the owner’s day', async () => {
    const agency = await open(limitsOf({ OFFICER: { searches: 2 } }));
    const by = officer(agency);
    expect([await searched(by, 0), await searched(by, 1), await searched(by, 2)]).toEqual([
      'ANSWERED',
      'ANSWERED',
      renewal,
    ]);
    expect(await searched(officer(agency, 'colleague'), 3)).toBe('ANSWERED');
    expect(await searched(by.at(sameDay), 4)).toBe(renewal);
    expect(await searched(by.at(nextDay), 5)).toBe('ANSWERED');
  });

  test('are of a case, whoever works on it', async () => {
    const agency = await open(limitsOf({ CASE: { searches: 1 } }));
    expect(await searched(officer(agency), 0)).toBe('ANSWERED');
    expect(await searched(officer(agency, 'colleague'), 1)).toBe(renewal);
    expect(await searched(officer(agency, 'colleague').for('INVESTIGATION', 'RU-2026-000777'), 2)).toBe(
      'ANSWERED',
    );
  });

  test('are of an agency, whomever it sends', async () => {
    const agency = await open(limitsOf({ AGENCY: { searches: 1 } }));
    expect(await searched(officer(agency), 0)).toBe('ANSWERED');
    expect(await searched(officer(agency, 'colleague').for('INVESTIGATION', 'RU-2026-000777'), 1)).toBe(
      renewal,
    );
  });

  test('are not of the owner’s own officers', async () => {
    const agency = await open({
      OFFICER: { searches: 1, persons: 1 },
      CASE: { searches: 1, persons: 1 },
      AGENCY: { searches: 1, persons: 1 },
    });
    const own = agency.as('BELARUS', 'INVESTIGATOR').at(day);
    for (const index of [0, 1, 2]) expect(await searched(own, index)).toBe('ANSWERED');
    expect((await own.run(half, suspects(...released))).codes).toEqual([]);
    expect(await agency.models.budgets.countDocuments()).toBe(0);
  });

  test('are one counter: of forty searches at once as many are answered as are left', async () => {
    const agency = await open(limitsOf({ OFFICER: { searches: 7 } }));
    const by = officer(agency);
    const tried = Array.from({ length: 40 }, (_, index) =>
      by.run(search, question(`${surnames[index % 8]}${'абвгд'[index % 5]}`, givenNames[index % 8])),
    );
    const answers = (await Promise.all(tried)).map(({ data }) => JSON.parse(data._entities[0].matches));
    expect(answers.filter(({ renewsAt }) => renewsAt === undefined).length).toBeLessThanOrEqual(7);
    expect(answers.filter(({ renewsAt }) => renewsAt === undefined).length).toBeGreaterThan(0);
    const [spent] = await agency.models.budgets.find({ scope: 'OFFICER' }).lean();
    expect(spent?.searches).toBeLessThanOrEqual(7);
    // What the others had taken of the case and the agency, they gave back.
    const rest = await agency.models.budgets.find({ scope: { $ne: 'OFFICER' } }).lean();
    for (const { searches } of rest) expect(searches).toBe(spent?.searches);
  });

  test('are taken before anything is looked up, and refuse with the time at which they renew', async () => {
    const agency = await open(limitsOf({ OFFICER: { persons: 2 } }));
    const by = officer(agency);
    expect((await by.run(half, suspects(released[0] ?? '', released[1] ?? ''))).codes).toEqual([]);
    const { codes, errors, data, commands } = await by.run(half, suspects(released[2] ?? ''));
    expect(codes).toEqual(['QUOTA_SPENT']);
    expect(data._entities[0].belarus).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ agency: 'BELARUS', renewsAt: renewal });
    expect(commands.filter(({ find }) => find === 'dossiers')).toEqual([]);
  });

  test('count a person once, however often he is read, and nobody who was not told of', async () => {
    const agency = await open(limitsOf({ OFFICER: { persons: 2 } }));
    const by = officer(agency);
    for (let times = 0; times < 3; times++)
      expect((await by.run(half, suspects(released[0] ?? ''))).codes).toEqual([]);
    for (const id of ['BY-N0B0DY00001', 'BY-DARK0000000', 'BY-N0B0DY00002'])
      expect((await by.run(half, suspects(id))).codes).toEqual([]);
    expect((await by.run(half, suspects(released[1] ?? ''))).codes).toEqual([]);
    // Spent: those that he was told of stay open, and of the others nobody says whether there are any.
    const refused = await Promise.all(
      [released[2], 'BY-DARK0000001', 'BY-N0B0DY00003'].map((id) => by.run(half, suspects(id ?? ''))),
    );
    for (const { codes } of refused) expect(codes).toEqual(['QUOTA_SPENT']);
    expect((await by.run(half, suspects(released[0] ?? ''))).codes).toEqual([]);
  });

  test('of persons hold for lists as for halves, and for the answers of a search', async () => {
    const agency = await open(limitsOf({ OFFICER: { persons: 3 } }));
    const list = '{ belarus { releasedDossiers(first: 3) { nodes { id } } } }';
    const by = officer(agency);
    expect((await by.run(list)).data.belarus.releasedDossiers.nodes).toHaveLength(3);
    const next = await by.run(list);
    expect(next.codes).toEqual(['QUOTA_SPENT']);
    const seeking = officer(agency, 'other');
    const [name] = dossiers[0]?.names ?? [];
    const { data } = await seeking.run(search, question(name?.surname ?? '', name?.givenName));
    const { matches, isCut } = JSON.parse(data._entities[0].matches);
    // Six are of one name; he is told of as many as are left, and that there are more.
    expect(matches).toHaveLength(3);
    expect(isCut).toBe(true);
    expect(await searched(seeking, 1)).toBe(renewal);
  });

  test('refuse while their database does not answer', async () => {
    const agency = await open(plentiful);
    const { collection } = agency.models.budgets;
    const failing = jest
      .spyOn(collection, 'findOneAndUpdate')
      .mockImplementation(() => Promise.reject(new Error('no primary')) as never);
    const { data, errors } = await officer(agency).run(half, suspects(released[0] ?? ''));
    expect(data._entities[0].belarus).toBeNull();
    expect(errors).toHaveLength(1);
    const asked = await officer(agency).run(search, question('Абрамчук'));
    expect(asked.data._entities[0].matches).toBeNull();
    failing.mockRestore();
    expect(
      (await officer(agency).run(half, suspects(released[0] ?? ''))).data._entities[0].belarus,
    ).not.toBeNull();
  });

  test('are erased by the database a week after their day', async () => {
    const agency = await open(plentiful);
    await searched(officer(agency));
    const indexes = await agency.models.budgets.collection.indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { until: 1 }, expireAfterSeconds: 0 }));
    const [spent] = await agency.models.budgets.find().lean();
    expect(spent?.until).toEqual(new Date('2026-12-03T00:00:00Z'));
  });
});

describe('what was spent', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers: releasing });
    const by = agency.as('RUSSIA', 'INVESTIGATOR').called('seeker').at(day);
    await by.run(search, question('Абрамчук', 'Антон'));
    await by.run(search, question('Абрамчук', 'Борис'));
    await by.run(half, suspects(released[0] ?? ''));
  });

  const budgets = '{ belarus { budgets { nodes { day scope agency of searches near persons refused } } } }';
  const told = async (by: Officer) => (await by.run(budgets)).data.belarus.budgets?.nodes;
  const ofDay = { day: '2026-11-25', agency: 'RUSSIA', searches: 2, persons: 1, refused: 0 };

  test('is told to the overseers of both agencies', async () => {
    const expected = [
      { ...ofDay, scope: 'OFFICER', of: 'seeker', near: 1 },
      { ...ofDay, scope: 'CASE', of: 'RU-2026-000001', near: 1 },
      { ...ofDay, scope: 'AGENCY', of: null, near: 1 },
    ];
    expect(await told(agency.as('BELARUS', 'OVERSEER'))).toEqual(expected);
    expect(await told(agency.as('RUSSIA', 'OVERSEER'))).toEqual(expected);
  });

  test.each(['INVESTIGATOR', 'LIAISON', 'SUPERVISOR', 'PARTNER'] as const)(
    'is not told to a %s',
    async (role) => {
      for (const side of ['BELARUS', 'RUSSIA'] as const) {
        const { data, redactions } = await agency.as(side, role).run(budgets);
        expect(data.belarus.budgets).toBeNull();
        expect(redactions).toContainEqual(
          expect.objectContaining({ coordinate: 'BelarusQuery.budgets', reason: 'ROLE' }),
        );
      }
    },
  );
});
