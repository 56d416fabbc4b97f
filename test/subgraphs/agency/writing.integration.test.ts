import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { knownToOne } from '../../../workshop/demo-data/known/demo-ids.ts';
import { investigator, name, person, provenance, writingTo } from '../../support/agency/writing.ts';
import { historyOf } from '../../support/history-of.ts';
import { type AgencyInProcess, agencyInProcess } from '../../support/world/agency.ts';

describe('an officer who records and amends', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 10 });
  });
  const { record, amend, recorded, count } = writingTo(() => agency);

  test('records a dossier, put right where that is possible', async () => {
    const { result } = await record(person);
    expect(result).toMatchObject({
      __typename: 'BelarusRecordedDossier',
      dossier: { version: 1, names: [{ surname: 'Probny' }], contacts: [{ value: '+375001234567' }] },
    });
  });

  test.each([
    [[]],
    [['ANALYST', 'LIAISON', 'SUPERVISOR', 'PARTNER']],
    [['INVESTIGATOR', 'OVERSEER']],
  ] as const)('who is no investigator, or an overseer too, records nothing: %j', async (roles) => {
    const before = await count();
    expect((await record(person, { roles })).code).toBe('FORBIDDEN');
    expect(await count()).toBe(before);
  });

  test('of another agency does nothing here, whatever his roles', async () => {
    expect((await record(person, { ...investigator, agency: 'RUSSIA' })).code).toBe('FORBIDDEN');
  });

  test('names cases of their token alone, and none of another agency', async () => {
    const before = await count();
    const named = async (cases: string[], officer = investigator) => {
      const { result } = await record({ ...person, cases }, officer);
      return result.problems ?? result.__typename;
    };
    const others = ['BY-2026-000001', 'BY-2026-000002'];
    expect(await named(others)).toEqual([{ path: 'cases', code: 'CASE_NOT_ASSIGNED' }]);
    expect(await named(['BY-2026-000001', 'RU-2026-000001'])).toEqual([
      { path: 'cases', code: 'CASE_OF_ANOTHER_AGENCY' },
    ]);
    expect(await count()).toBe(before);
    expect(await named(others, { roles: ['INVESTIGATOR', 'SUPERVISOR'] })).toBe('BelarusRecordedDossier');
    expect(await count()).toBe(before + 1);
  });

  test('is told every problem at once, and nothing is written', async () => {
    const before = await count();
    const { result } = await record({
      ...person,
      names: [{ ...name('Pro\u202Ebny') }],
      birth: { date: '1899-02-03', provenance },
      contacts: [{ kind: 'EMAIL', value: 'card 4111 1111 1111 1111', provenance }],
      offences: [{ article: '130', committedOn: '2025-03', provenance }],
    });
    expect(result.__typename).toBe('InvalidInput');
    expect(result.problems).toEqual(
      expect.arrayContaining([
        { path: 'names.0.surname', code: 'BIDIRECTIONAL_CHARACTER' },
        { path: 'birth.date', code: 'IMPOSSIBLE_DATE' },
        { path: 'contacts.0.value', code: 'CARD_NUMBER' },
        { path: 'offences.0.article', code: 'ARTICLE_UNKNOWN' },
      ]),
    );
    expect(await count()).toBe(before);
  });

  test('gives a thing in the field of its kind, and is told there what is wrong with it', async () => {
    const wallet = { chain: 'BTC', address: '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', provenance };
    const things = {
      instruments: [{ card: { cardFirst6: '220000', cardLast4: '0001', provenance } }, { wallet }],
      infrastructure: [{ simBox: { value: 'SB-0001', slots: 32, provenance } }],
    };
    const { result } = await record({ ...person, ...things });
    expect(await agency.models.dossiers.findById(result.dossier.id).lean()).toMatchObject({
      instruments: [
        { kind: 'CARD', cardFirst6: '220000', cardLast4: '0001' },
        { kind: 'WALLET', chain: 'BTC', address: wallet.address },
      ],
      infrastructure: [{ kind: 'SIM_BOX', value: 'SB-0001', slots: 32 }],
    });
    const before = await count();
    const wrong = {
      instruments: [things.instruments[0], { wallet: { ...wallet, address: 'x' } }],
      infrastructure: [{ simBox: { value: 'SB-0001', slots: 0, provenance } }],
    };
    expect((await record({ ...person, ...wrong })).result.problems).toEqual([
      { path: 'infrastructure.0.simBox.slots', code: 'OUT_OF_RANGE' },
      { path: 'instruments.1.wallet.address', code: 'ADDRESS_INVALID' },
    ]);
    expect(await count()).toBe(before);
    const { id, version } = await recorded();
    expect((await amend({ dossier: id, version, add: wrong })).result.problems).toEqual([
      { path: 'add.infrastructure.0.simBox.slots', code: 'OUT_OF_RANGE' },
      { path: 'add.instruments.1.wallet.address', code: 'ADDRESS_INVALID' },
    ]);
  });

  test.each([
    ['input.birth.date', { birth: { date: '12.03.1985', provenance } }],
    ['input.cases[0]', { cases: ['BY-1'] }],
    ['input.citizenships[0].country', { citizenships: [{ country: 'XX', provenance }] }],
  ])('is told the form of %s before anything else, and nothing is written', async (place, wrong) => {
    const before = await count();
    const { code, message } = await record({ ...person, ...wrong });
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain(`at "${place}"`);
    expect(await count()).toBe(before);
  });

  test('who sends the same request twice, at once or later, has written once', async () => {
    const before = await count();
    const once = { ...investigator, key: 'the-same-key' };
    const answers = await Promise.all([record(person, once), record(person, once)]);
    answers.push(await record(person, once));
    expect(new Set(answers.map(({ result }) => result.dossier.id)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test('who sends another request under a key of before is refused', async () => {
    const once = { ...investigator, key: 'a-key-of-before' };
    await record(person, once);
    expect((await record({ ...person, handlingCode: 'ORIGINATOR_ONLY' }, once)).code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  test('corrects a name: what was wrong goes and what is right comes, in one step', async () => {
    const { id, version, names } = await recorded();
    const { result } = await amend({
      dossier: id,
      version,
      add: { names: [name('Prabny')] },
      remove: [names[0]?.id],
      reason: 'a slip',
    });
    expect(result.dossier).toMatchObject({ id, version: 2, names: [{ surname: 'Prabny' }] });
  });

  test('who amends from a version that has gone is told the current one, and changes nothing', async () => {
    const { id, version } = await recorded();
    await amend({ dossier: id, version, add: { names: [name('First')] } });
    const { result } = await amend({ dossier: id, version, add: { names: [name('Second')] } });
    expect(result).toMatchObject({ __typename: 'StaleVersion', currentVersion: 2 });
    const stored = await agency.models.dossiers.findById(id).lean();
    expect(stored?.names.map(({ surname }) => surname)).toEqual(['Probny', 'First']);
  });

  test('is one of ten who amend at once: one is taken, nine are told, none is lost', async () => {
    const { id, version } = await recorded();
    const race = Array.from({ length: 10 }, (_, i) =>
      amend({ dossier: id, version, add: { names: [name(`N${i}`)] } }),
    );
    const ends = (await Promise.all(race)).map(({ result }) => result.__typename);
    expect(ends.filter((end) => end === 'BelarusRecordedDossier')).toHaveLength(1);
    expect(ends.filter((end) => end === 'StaleVersion')).toHaveLength(9);
    const stored = await agency.models.dossiers.findById(id).lean();
    expect(stored?.names).toHaveLength(2);
    expect(await historyOf(agency.models, id)).toHaveLength(2);
  });

  test('names as a group what the agency has recorded as one, and nothing else', async () => {
    const member = (group: string) => [{ group, rank: 'MEMBER', provenance }];
    const [group] = await agency.models.groups.find({}).limit(1).lean();
    const known = await record({ ...person, memberships: member(group?._id ?? '') });
    expect(known.result.__typename).toBe('BelarusRecordedDossier');
    const unknown = await record({ ...person, memberships: member('BYG-0000000000000000') });
    expect(unknown.result.problems).toEqual([{ path: 'memberships.0.group', code: 'GROUP_UNKNOWN' }]);
    const { id, version } = await recorded();
    const add = { memberships: member('BYG-0000000000000000') };
    expect((await amend({ dossier: id, version, add })).result.problems).toEqual([
      { path: 'add.memberships.0.group', code: 'GROUP_UNKNOWN' },
    ]);
    expect(
      (await amend({ dossier: id, version, add: { memberships: member(group?._id ?? '') } })).result.dossier,
    ).toMatchObject({ id, version: 2 });
  });

  test('does not take the last offence out, and takes one of two', async () => {
    const { id, version, offences } = await recorded();
    const remove = offences.map((offence) => offence.id);
    const refused = await amend({ dossier: id, version, remove });
    expect(refused.result.problems).toEqual([{ path: 'remove', code: 'NO_OFFENCE' }]);
    const add = { offences: [{ article: '212', committedOn: '2025-04', provenance }] };
    expect((await amend({ dossier: id, version, add, remove })).result.dossier.offences).toHaveLength(1);
  });

  test('is told of a dossier and of a value that are not there', async () => {
    const { id, version } = await recorded();
    expect((await amend({ dossier: 'BY-0000000000', version: 1 })).result).toEqual({
      __typename: 'UnknownRecord',
      id: 'BY-0000000000',
    });
    expect((await amend({ dossier: id, version, remove: ['V000'] })).result.__typename).toBe('UnknownRecord');
  });

  test('has written into the demo dossiers nothing of all this', async () => {
    expect((await agency.models.dossiers.findById(knownToOne).lean())?.version).toBe(1);
  });
});
