import { parse } from 'graphql';
import { checkedSchema } from '../../subgraphs/agency/api/checked-schema.ts';
import { requestContexts } from '../../subgraphs/agency/api/context/request-context.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import { markedAgency } from '../support/composed/agency.ts';
import { dossierIn, markedRecords } from '../support/marked/records.ts';
import { namedCase } from '../support/policy/states.ts';

const { run } = checkedSchema(belarus);
const document = parse(
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { id contacts { kind } } } }
    belarus { dossiers: releasedDossiers(first: 100) { nodes { id } } } }`,
);
const reader = { subject: 'officer', agency: 'RUSSIA', roles: ['INVESTIGATOR'], cases: [namedCase] } as const;
const mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase } as const;

interface Answer {
  _entities: { belarus: { id: string; contacts: object[] | null } | null }[];
  belarus: { dossiers: { nodes: { id: string }[] } };
}

describe('a release is in force on the owner’s clock', () => {
  const start = new Date('2026-03-01T00:00:00Z');
  const records = markedRecords('BELARUS', start);
  const day = 86_400_000;
  const [from, until] = [new Date(start.getTime() - 10 * day), new Date(start.getTime() + 10 * day)];
  const millisecondsAfter = (date: Date, milliseconds: number) => new Date(date.getTime() + milliseconds);
  let database: Awaited<ReturnType<typeof markedAgency>>;
  beforeAll(async () => {
    database = await markedAgency(belarus, records);
  });
  afterAll(() => database.stop());

  async function read(id: string, now: Date) {
    const contextOf = requestContexts(belarus, database.stores);
    const { data, extensions } = await run({
      document,
      queryHash: 'release-time',
      variables: { of: [{ __typename: 'Suspect', id }] },
      context: contextOf(
        { viewer: reader, mandate, idempotencyKey: '', requestKey: newRequestKey(Date.now()) },
        'request-1',
        now,
      ),
    });
    const { _entities: entities, belarus: own } = data as unknown as Answer;
    const receipts = (extensions?.redactions ?? []) as { reason: string; records: string[] | null }[];
    return {
      dossier: entities[0]?.belarus ?? null,
      isListed: own.dossiers.nodes.some((node) => node.id === id),
      reasons: receipts.filter((receipt) => receipt.records?.includes(id)).map(({ reason }) => reason),
    };
  }

  const released = dossierIn('BELARUS', 'released');
  test.each([
    ['from its beginning', from],
    ['until just before its end', millisecondsAfter(until, -1)],
  ])('%s', async (_when, now) => {
    expect(await read(released, now)).toMatchObject({
      dossier: { id: released },
      isListed: true,
      reasons: [],
    });
  });

  test.each([
    ['before its beginning', millisecondsAfter(from, -1)],
    ['at its end', until],
  ])('and not %s', async (_when, now) => {
    expect(await read(released, now)).toEqual({ dossier: null, isListed: false, reasons: [] });
  });

  test('and its end is told where the dossier is known without it', async () => {
    const id = dossierIn('BELARUS', 'linked, expired');
    const end = new Date(start.getTime() - 10 * day);
    const before = await read(id, millisecondsAfter(end, -1));
    expect(before).toMatchObject({ dossier: { contacts: expect.any(Array) }, reasons: [] });
    expect(await read(id, end)).toMatchObject({ dossier: { contacts: null }, reasons: ['RELEASE_EXPIRED'] });
  });
});
