import { dossierFeatures } from '../../../../../subgraphs/agency/matching/dossier-features.ts';
import { travellingTokens } from '../../../../../subgraphs/agency/matching/travelling-tokens.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { testKeys } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import { day, limitsOf, releasing, surnames } from './support.ts';

describe('a comparison', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers: releasing });
  });

  const candidates =
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on RussiaDossier { candidates { hit { reference } } } } }';
  const name = (surname: string) => ({
    ...dossierOf('BY-A000000001').names[0],
    id: `V${surname}`,
    kind: 'ALIAS' as const,
    surname,
  });
  const compare = async (of: string, surnames: string[], by = agency.as('RUSSIA', 'LIAISON').at(day)) => {
    const dossier = { ...dossierOf('RU-A000000001'), names: surnames.map(name) as never };
    const matchTokens = travellingTokens(
      testKeys,
      dossierFeatures(dossier, (each) => each === 'IDENTITY'),
    );
    return by.run(candidates, { of: [{ __typename: 'RussiaDossier', id: of, matchTokens }] });
  };
  const spent = async () => (await agency.models.budgets.findOne({ scope: 'OFFICER' }).lean())?.searches ?? 0;
  const costOf = async (...given: Parameters<typeof compare>) => {
    const before = await spent();
    expect((await compare(...given)).codes).toEqual([]);
    return (await spent()) - before;
  };

  test('counts each value that is compared for the first time, and afterwards what was changed', async () => {
    const one = await costOf('RU-A000000001', ['Абрамчук']);
    expect(one).toBeGreaterThan(1);
    expect(await costOf('RU-A000000001', ['Абрамчук'])).toBe(1);
    // Two surnames, each beside a date that is another with day and month swapped.
    expect(await costOf('RU-A000000001', ['Абрамчук', 'Дзюбенко', 'Жилинский'])).toBe(4);
    expect(await costOf('RU-A000000002', ['Абрамчук'])).toBe(one);
  });

  test('of values that were changed is near those before it, and one of the same is not', async () => {
    let minutes = 0;
    const nearAfter = async (surnames: string[]) => {
      minutes += 1;
      const at = new Date(day.getTime() + minutes * 60_000);
      await compare('RU-A000000003', surnames, agency.as('RUSSIA', 'LIAISON').at(at));
      const [read] = await agency.models.reads.find().sort({ _id: -1 }).limit(1).lean();
      return read?.search?.near;
    };
    expect(await nearAfter(['Абрамчук'])).toBe(0);
    expect(await nearAfter(['Абрамчук'])).toBe(0);
    expect(await nearAfter(['Абрамчук', 'Дзюбенко'])).toBe(1);
    expect(await nearAfter(['Жилинский', 'Кречетов'])).toBe(3);
  });

  test('is of five values of a kind at most', async () => {
    expect((await compare('RU-A000000004', surnames.slice(0, 5))).codes).toEqual([]);
    expect((await compare('RU-A000000004', surnames.slice(0, 6))).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('needs a case, whatever the purpose', async () => {
    const by = agency.as('RUSSIA', 'LIAISON').at(day);
    expect((await compare('RU-A000000005', ['Абрамчук'], by.for('DETECTION'))).codes).toEqual([
      'MANDATE_INVALID',
    ]);
    expect(
      (await compare('RU-A000000005', ['Абрамчук'], by.for('DETECTION', 'RU-2026-000001'))).codes,
    ).toEqual([]);
  });

  test('that is refused has compared nothing: its values are new the next day', async () => {
    const poor = await agencyInProcess(belarus, {
      dossiers: [],
      limits: limitsOf({ OFFICER: { searches: 2 } }),
    });
    try {
      const by = poor.as('RUSSIA', 'LIAISON');
      const first = await compare('RU-A000000001', ['Абрамчук'], by.at(day));
      expect(first.codes).toEqual(['QUOTA_SPENT']);
      expect(await poor.models.comparisons.countDocuments()).toBe(0);
    } finally {
      await poor.stop();
    }
  });
});
