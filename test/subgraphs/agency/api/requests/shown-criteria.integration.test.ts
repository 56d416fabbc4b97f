import type { ReadPart } from '../../../../../subgraphs/agency/records/reads/read-entry.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { act, draftOf, type TwoAgencies, twoAgencies } from './support.ts';

const seen = 'BY-CR1TER1A00000003';
const dark = 'BY-CR1TER1A00000004';
const { names, birth } = dossierOf(seen);
const [name] = names;
const called = (surname: string) => ({
  cases: [caseOf.BELARUS],
  releases: [],
  links: [],
  names: name ? [{ ...name, script: 'RUSSIAN' as const, surname, givenName: 'Ольга' }] : [],
  documents: [],
  contacts: [],
  instruments: [],
  infrastructure: [],
});

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([
    dossierOf(seen, { ...called('Терещук'), handlingCode: 'ON_RELEASE' }),
    dossierOf(dark, { ...called('Прыгажуноў'), handlingCode: 'ORIGINATOR_ONLY' }),
  ]);
});

const otherCase = 'RU-2026-000099';
const account = 'RU0204452560040702810412345678901';
const by = (surname: string) => ({
  criteria: {
    surname,
    givenName: 'Ольга',
    birthDate: birth?.date ?? '',
    phone: '+79161234567',
    account,
    imei: '490154203237518',
  },
});

const document = (own: 'belarus' | 'russia') => `query ($id: ID!) { ${own} { request(id: $id) { id ${own} {
  state subject { hit criteria { kind value } } dossier { id } } } } }`;

/** The kinds and values of what a request names its person by, with the receipts of those that are withheld. */
async function shown(own: 'belarus' | 'russia', officer: Officer, id: string) {
  const { data, redactions, codes } = await officer.run(document(own), { id });
  const half = data?.[own]?.request?.[own];
  const criteria: { kind: string; value: string }[] | null | undefined = half?.subject?.criteria;
  return {
    codes,
    half,
    kinds: criteria?.map(({ kind }) => kind),
    values: criteria?.map(({ value }) => value),
    receipts: redactions.map(({ coordinate, class: of, reason, records, owner }) => ({
      coordinate,
      of,
      reason,
      records,
      owner,
    })),
  };
}

const receiptsOf = (id: string, ...withheld: (readonly [of: string, reason: string])[]) =>
  withheld.map(([of, reason]) => ({
    coordinate: 'RequestSubject.criteria',
    of,
    reason,
    records: [id],
    owner: 'RUSSIA',
  }));

const identity = ['SURNAME', 'GIVEN_NAME', 'BIRTH_DATE'];

describe('what a sent request names its person by', () => {
  let id: string;
  beforeAll(async () => {
    id = await world.sent(by('Терещук'), { classes: ['CASE'] });
  });

  const liaison = () => world.as('RUSSIA', 'LIAISON');

  test.each([
    ['INVESTIGATOR', 'INVESTIGATION'],
    ['LIAISON', 'INVESTIGATION'],
    ['LIAISON', 'PREVENTION'],
    ['SUPERVISOR', 'PREVENTION'],
  ] as const)('is shown whole to an officer who is %s, for %s, under its case', async (role, purpose) => {
    const officer = world.as('RUSSIA', role).for(purpose, caseOf.RUSSIA);
    const { kinds, values, receipts } = await shown('russia', officer, id);
    expect(kinds).toEqual([...identity, 'PHONE', 'ACCOUNT', 'IMEI']);
    expect(values).toEqual(expect.arrayContaining(['+79161234567', account]));
    expect(receipts).toEqual([]);
  });

  test.each([
    ['without a case', undefined],
    ['under another case', otherCase],
  ])('has to a liaison officer %s no phone and no account, with receipts', async (_what, number) => {
    const { kinds, receipts } = await shown('russia', liaison().for('PREVENTION', number), id);
    expect(kinds).toEqual([...identity, 'IMEI']);
    expect(receipts).toEqual(receiptsOf(id, ['CONTACT', 'CASE'], ['FINANCIAL', 'CASE']));
  });

  test('is of the class of each: a supervisor reads phones without a case for this purpose, and accounts not', async () => {
    const { kinds, receipts } = await shown('russia', world.as('RUSSIA', 'SUPERVISOR').for('PREVENTION'), id);
    expect(kinds).toEqual([...identity, 'PHONE', 'IMEI']);
    expect(receipts).toEqual(receiptsOf(id, ['FINANCIAL', 'CASE']));
  });

  test('is withheld under its case too where no officer of the role reads the class for the purpose', async () => {
    const analyst = world.as('RUSSIA', 'ANALYST').for('PREVENTION', caseOf.RUSSIA);
    const { kinds, receipts } = await shown('russia', analyst, id);
    expect(kinds).toEqual([...identity, 'PHONE', 'IMEI']);
    expect(receipts).toEqual(receiptsOf(id, ['FINANCIAL', 'PURPOSE']));
  });

  test('does not say by its receipts whether it was of a class', async () => {
    const few = await world.sent(
      { criteria: { surname: 'Терещук', givenName: 'Ольга', birthDate: birth?.date ?? '' } },
      { classes: ['VICTIM'] },
    );
    const { kinds, receipts } = await shown('russia', liaison().for('PREVENTION'), few);
    expect(kinds).toEqual(identity);
    expect(receipts).toEqual(receiptsOf(few, ['CONTACT', 'CASE'], ['FINANCIAL', 'CASE']));
  });

  test('is decided for each request of a list by itself', async () => {
    const investigator = world.as('RUSSIA', 'INVESTIGATOR').for('INVESTIGATION', otherCase);
    const other = await act('russia', investigator, 'draftRequest', draftOf(by('Небывалова')));
    const { data, redactions } = await world
      .as('RUSSIA', 'LIAISON')
      .for('INVESTIGATION', otherCase)
      .run(
        '{ russia { requests(box: SENT, first: 100) { nodes { id russia { subject { criteria { kind } } } } } } }',
      );
    type Node = { id: string; russia: { subject: { criteria: { kind: string }[] } } };
    const kindsOf = new Map(
      data.russia.requests.nodes.map((node: Node) => [
        node.id,
        node.russia.subject.criteria.map(({ kind }) => kind),
      ]),
    );
    expect(kindsOf.get(other.id)).toEqual([...identity, 'PHONE', 'ACCOUNT', 'IMEI']);
    expect(kindsOf.get(id)).toEqual([...identity, 'IMEI']);
    for (const { records } of redactions) {
      expect(records).toContain(id);
      expect(records).not.toContain(other.id);
    }
  });

  test('is read by whoever authorises it: one who may not read all of it does not send it', async () => {
    const draft = await act('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'draftRequest', {
      ...draftOf(by('Терещук')),
      classes: ['TECHNICAL'],
    });
    const authorise = (officer: Officer) => act('russia', officer, 'authoriseRequest', { request: draft.id });
    const supervisor = world.as('RUSSIA', 'SUPERVISOR');
    expect((await authorise(supervisor.for('PREVENTION'))).codes).toEqual(['FORBIDDEN']);
    const sent = await authorise(supervisor.for('PREVENTION', caseOf.RUSSIA));
    expect([sent.codes, sent.half.state]).toEqual([[], 'SENT']);
  });
});

describe('at the asked agency', () => {
  const liaison = () => world.as('BELARUS', 'LIAISON');

  test('is shown to nobody until the form is in order, alike whatever there is, and then to whoever reads it of the dossier', async () => {
    const ids: string[] = [];
    for (const surname of ['Небывалова', 'Прыгажуноў', 'Терещук'])
      ids.push(await world.sent(by(surname), { classes: ['FINANCIAL'] }));
    const look = (officer: Officer) => Promise.all(ids.map((each) => shown('belarus', officer, each)));
    for (const officer of [liaison(), liaison().for('PREVENTION'), world.as('BELARUS', 'SUPERVISOR')]) {
      const [first, ...others] = await look(officer);
      expect(first).toMatchObject({
        half: { state: 'RECEIVED', subject: null, dossier: null },
        receipts: [],
      });
      for (const other of others) expect(other).toEqual(first);
    }
    for (const request of ids) await act('belarus', liaison(), 'acceptRequest', { request });
    const [none, hidden, found] = await look(liaison());
    expect(none).toMatchObject({ half: undefined, receipts: [] });
    expect(hidden).toEqual(none);
    expect(found).toMatchObject({ half: { dossier: { id: seen } }, receipts: [] });
    expect(found?.kinds).toEqual([...identity, 'PHONE', 'ACCOUNT', 'IMEI']);
    for (const unseen of await look(liaison().for('PREVENTION'))) expect(unseen).toEqual(none);
  });
});

describe('a request that was shown with its subject', () => {
  const reads = (agency: 'BELARUS' | 'RUSSIA') =>
    world[agency].models.reads.find({}).sort({ _id: 1 }).lean<ReadPart[]>();
  const clear = async () => {
    for (const agency of ['BELARUS', 'RUSSIA'] as const) await world[agency].models.reads.deleteMany({});
  };
  let id: string;
  beforeAll(async () => {
    id = await world.sent(by('Терещук'), { classes: ['IDENTITY'] });
  });
  beforeEach(clear);

  test('is on record: who, under what, and what was withheld, without a value', async () => {
    await shown('russia', world.as('RUSSIA', 'LIAISON').for('PREVENTION'), id);
    const found = await reads('RUSSIA');
    expect(found).toMatchObject([
      {
        by: 'russia-liaison',
        mandate: { purpose: 'PREVENTION' },
        dossiers: [],
        requests: [id],
        withheld: [
          { coordinate: 'RequestSubject.criteria', reason: 'CASE', dossiers: [] },
          { coordinate: 'RequestSubject.criteria', reason: 'CASE', dossiers: [] },
        ],
      },
    ]);
    expect(found[0]?.coordinates).toContain('RequestCriterion.value');
    expect(JSON.stringify(found)).not.toContain('79161234567');
  });

  test('is told to an overseer, and not to a supervisor who reads the record of a dossier', async () => {
    await act('belarus', world.as('BELARUS', 'LIAISON'), 'acceptRequest', { request: id });
    await clear();
    await shown('belarus', world.as('BELARUS', 'LIAISON'), id);
    const overseer = await world
      .as('BELARUS', 'OVERSEER')
      .run('{ belarus { reads { nodes { by dossiers requests } } } }');
    expect(overseer.data.belarus.reads.nodes).toEqual([
      { by: 'belarus-liaison', dossiers: [seen], requests: [id] },
    ]);
    const supervisor = await world
      .as('BELARUS', 'SUPERVISOR')
      .run(
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { reads { nodes { by dossiers requests } } } } } }',
        { of: [{ __typename: 'Suspect', id: seen }] },
      );
    expect(supervisor.data._entities[0].belarus.reads.nodes).toEqual([
      { by: 'belarus-liaison', dossiers: [seen], requests: null },
    ]);
    expect(supervisor.redactions).toMatchObject([{ coordinate: 'RecordedRead.requests', reason: 'ROLE' }]);
  });

  test('is on record for its necessity too; its course alone is not', async () => {
    const liaison = world.as('RUSSIA', 'LIAISON');
    const half = (fields: string) =>
      liaison.run(`query ($id: ID!) { russia { request(id: $id) { id russia { ${fields} } } } }`, { id });
    await half('state deadline events { kind }');
    expect(await reads('RUSSIA')).toEqual([]);
    await half('necessity');
    expect((await reads('RUSSIA')).map(({ requests }) => requests)).toEqual([[id]]);
  });

  test('is not on record for an overseer, to whom subject and necessity are not shown', async () => {
    const { half } = await shown('russia', world.as('RUSSIA', 'OVERSEER'), id);
    expect(half).toMatchObject({ subject: null });
    expect((await reads('RUSSIA')).flatMap(({ requests = [] }) => requests)).toEqual([]);
  });
});
