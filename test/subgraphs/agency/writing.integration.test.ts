import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { knownToOne } from '../../../scripts/demo-data/demo-ids.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { type Officer, type SeededAgency, seededAgency } from '../../support/agency.ts';

const investigator: Partial<Officer> = { roles: ['INVESTIGATOR'] };
const supervisor: Partial<Officer> = { roles: ['SUPERVISOR'] };
const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const name = (surname: string) => ({
  kind: 'LEGAL',
  script: 'LATIN',
  surname,
  givenName: 'Test',
  provenance,
});
const person = {
  handlingCode: 'SHAREABLE',
  cases: ['BY-2026-000001'],
  names: [name('Probny')],
  birth: { date: '1990-05-17', provenance },
  contacts: [{ kind: 'PHONE', value: '+375 00 123-45-67', provenance }],
  offences: [{ article: '209', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
};

const answer = `__typename
  ... on BelarusRecordedDossier { dossier { id version handlingCode names { id surname provenance { contested } }
    contacts { value } offences { id } status { stage } } }
  ... on InvalidInput { problems { path code } }`;
const others = '... on StaleVersion { currentVersion } ... on UnknownRecord { id }';
const action = (field: string, type: string) =>
  `mutation ($input: ${type}!) { belarus { ${field}(input: $input) { ${answer} ${type === 'DossierInput' ? '' : others} } } }`;

interface Result {
  __typename: string;
  dossier: {
    id: string;
    version: number;
    handlingCode: string;
    names: { id: string; surname: string; provenance: { contested: boolean } }[];
    contacts: { value: string }[];
    offences: { id: string }[];
    status: { stage: string };
  };
  problems?: { path: string; code: string }[];
  currentVersion?: number;
}

describe('an officer', () => {
  let agency: SeededAgency;
  beforeAll(async () => {
    agency = await seededAgency(belarus, 10);
  });
  afterAll(() => agency.stop());

  async function act(field: string, type: string, input: unknown, officer: Partial<Officer>) {
    const { result } = await agency.run(action(field, type), { input }, officer);
    const data = result.data as { belarus: Record<string, Result> } | null | undefined;
    return { result: data?.belarus[field] as Result, code: result.errors?.[0]?.extensions.code };
  }
  const record = (input: unknown, officer = investigator) =>
    act('recordDossier', 'DossierInput', input, officer);
  const amend = (input: unknown, officer = investigator) =>
    act('amendDossier', 'AmendDossierInput', input, officer);
  const recorded = async () => (await record(person)).result.dossier;
  const count = () => agency.models.dossiers.countDocuments({});

  test('records a dossier, put right where that is possible', async () => {
    const { result } = await record(person);
    expect(result).toMatchObject({
      __typename: 'BelarusRecordedDossier',
      dossier: { version: 1, names: [{ surname: 'Probny' }], contacts: [{ value: '+375001234567' }] },
    });
  });

  test.each([[[]], [['ANALYST', 'LIAISON', 'SUPERVISOR', 'OVERSEER', 'PARTNER']]] as const)(
    'who is no investigator records nothing: %j',
    async (roles) => {
      const before = await count();
      expect((await record(person, { roles })).code).toBe('FORBIDDEN');
      expect(await count()).toBe(before);
    },
  );

  test('of another agency does nothing here, whatever his roles', async () => {
    expect((await record(person, { ...investigator, agency: 'RUSSIA' })).code).toBe('FORBIDDEN');
  });

  test('is told every problem at once, and nothing is written', async () => {
    const before = await count();
    const { result } = await record({
      ...person,
      names: [{ ...name('Pro\u202Ebny') }],
      birth: { date: '2023-02-30', provenance },
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
    expect((await record({ ...person, handlingCode: 'ON_RELEASE' }, once)).code).toBe(
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
    expect(stored?.history).toHaveLength(2);
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

  test('contests a value, and takes that back', async () => {
    const { id, version, names } = await recorded();
    const value = { dossier: id, value: names[0]?.id, reason: 'he says so' };
    const contested = await act('contestValue', 'ValueInput', { ...value, version }, investigator);
    expect(contested.result.dossier.names[0]?.provenance.contested).toBe(true);
    const back = await act('uncontestValue', 'ValueInput', { ...value, version: 2 }, investigator);
    expect(back.result.dossier.names[0]?.provenance.contested).toBe(false);
  });

  test('sets an end of retention, today at the earliest', async () => {
    const { id, version, names } = await recorded();
    const value = { dossier: id, version, value: names[0]?.id, reason: 'shorter' };
    const past = await act(
      'setRetention',
      'RetentionInput',
      { ...value, retainUntil: '2020-01-01' },
      investigator,
    );
    expect(past.result.problems).toEqual([{ path: 'retainUntil', code: 'RETENTION_PAST' }]);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await act('setRetention', 'RetentionInput', { ...value, retainUntil: tomorrow }, investigator);
    const stored = await agency.models.dossiers.findById(id).lean();
    expect(stored?.nextErasure.toISOString().slice(0, 10)).toBe(tomorrow);
  });

  test('changes the handling code as a supervisor, not as an investigator', async () => {
    const { id, version } = await recorded();
    const input = { dossier: id, version, handlingCode: 'ORIGINATOR_ONLY', reason: 'a source is at risk' };
    expect((await act('changeHandlingCode', 'HandlingCodeInput', input, investigator)).code).toBe(
      'FORBIDDEN',
    );
    const { result } = await act('changeHandlingCode', 'HandlingCodeInput', input, supervisor);
    expect(result.dossier).toMatchObject({ handlingCode: 'ORIGINATOR_ONLY', version: 2 });
  });

  test('closes a dossier as a supervisor; an acquittal starts its erasure, a conviction does not', async () => {
    const erasure = async (stage: string) => {
      const { id, version } = await recorded();
      const input = { dossier: id, version, stage, provenance, reason: 'judgment' };
      expect((await act('closeDossier', 'CloseDossierInput', input, investigator)).code).toBe('FORBIDDEN');
      const { result } = await act('closeDossier', 'CloseDossierInput', input, supervisor);
      expect(result.dossier.status.stage).toBe(stage);
      const stored = await agency.models.dossiers.findById(id).lean();
      return { days: ((stored?.nextErasure.getTime() ?? 0) - Date.now()) / 86_400_000, id };
    };
    const acquitted = await erasure('ACQUITTED');
    expect(acquitted.days).toBeLessThan(31);
    expect((await erasure('CONVICTED')).days).toBeGreaterThan(1_000);
    const refused = await amend({ dossier: acquitted.id, version: 2, add: { names: [name('More')] } });
    expect(refused.result.problems).toEqual([{ path: 'dossier', code: 'DOSSIER_CLOSED' }]);
  });

  test('does not hold a value of a cleared dossier any longer, and does of another', async () => {
    const retainUntil = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
    const retained = async (stage: string) => {
      const { id, version, names } = await recorded();
      const input = { dossier: id, version, stage, provenance, reason: 'judgment' };
      await act('closeDossier', 'CloseDossierInput', input, supervisor);
      const longer = { dossier: id, version: 2, value: names[0]?.id, retainUntil, reason: 'longer' };
      return (await act('setRetention', 'RetentionInput', longer, investigator)).result;
    };
    expect((await retained('ACQUITTED')).problems).toEqual([{ path: 'dossier', code: 'DOSSIER_CLOSED' }]);
    expect((await retained('CONVICTED')).dossier.version).toBe(3);
  });

  test('leaves it to a supervisor to clear a person, whose values are then erased', async () => {
    const { id, version } = await recorded();
    const to = (stage: string) => amend({ dossier: id, version, add: { status: { stage, provenance } } });
    for (const stage of ['DISCONTINUED', 'ACQUITTED']) {
      expect((await to(stage)).result.problems).toEqual([{ path: 'add.status.stage', code: 'MALFORMED' }]);
    }
    expect((await to('ACCUSED')).result.dossier.status.stage).toBe('ACCUSED');
  });

  const historyOf = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus {
    history(first: 1) { nodes { version by action purpose changes { field value before after reason } } pageInfo { hasNextPage } } } } } }`;

  test('reads who did what in the history of his agency’s dossier; another agency reads nothing of it', async () => {
    const { id, version, names } = await recorded();
    const reason = 'he says so';
    await act(
      'contestValue',
      'ValueInput',
      { dossier: id, version, value: names[0]?.id, reason },
      investigator,
    );
    const of = { of: [{ __typename: 'Suspect', id }] };
    const own = await agency.run(historyOf, of, { roles: ['ANALYST'] });
    expect(own.result.data).toMatchObject({
      _entities: [
        {
          belarus: {
            history: {
              nodes: [
                { version: 2, by: 'officer-1', action: 'CONTEST', changes: [{ field: 'names', reason }] },
              ],
              pageInfo: { hasNextPage: true },
            },
          },
        },
      ],
    });
    const foreign = await agency.run(historyOf, of, { agency: 'RUSSIA', roles: ['SUPERVISOR'] });
    expect(foreign.result.data).toEqual({ _entities: [{ belarus: { history: null } }] });
  });

  test('has written into the demo dossiers nothing of all this', async () => {
    expect((await agency.models.dossiers.findById(knownToOne).lean())?.version).toBe(1);
  });
});
