import {
  entryKeyOf,
  partIdOf,
  type ReadPart,
} from '../../../../../subgraphs/agency/records/reads/read-entry.ts';
import { readersIn } from '../../../../../subgraphs/agency/storage/reads/readers-in.ts';
import { newRequestKey } from '../../../../../terms/request-key.ts';

interface Asked {
  by?: string;
  agency?: 'BELARUS' | 'RUSSIA';
  number?: string;
  requestKey?: string;
}

function part(
  { by = 'officer', agency = 'BELARUS', number, requestKey = newRequestKey(0) }: Asked,
  read: Partial<ReadPart>,
): ReadPart {
  const mandate = {
    purpose: 'DETECTION',
    legalBasis: 'NATIONAL_LAW',
    ...(number !== undefined && { case: number }),
  } as const;
  const viewer = { subject: by, agency, roles: [], cases: [] };
  return {
    _id: partIdOf(entryKeyOf({ requestKey, viewer, mandate })),
    at: new Date(0),
    requestId: 'request-1',
    by,
    agency,
    roles: [],
    mandate,
    dossiers: [],
    groups: [],
    coordinates: [],
    withheld: [],
    ...read,
  };
}

async function* listed(...parts: ReadPart[]) {
  yield* parts;
}
const none = {
  searches: 0,
  dossiers: 0,
  cases: 0,
  ofNoCase: 0,
  withoutReason: 0,
  repeatedReasons: 0,
};

describe('what is counted of a day', () => {
  test('is counted at a pace, so that others have their turn', async () => {
    const paces: number[] = [];
    const pace = async (parts: number) => void paces.push(parts);
    await readersIn(listed(...Array.from({ length: 130 }, () => part({}, { dossiers: ['BY-1'] }))), pace);
    expect(paces).toEqual([64, 64, 64]);
  });

  test('tells officers of two agencies apart, and has those first who read the most dossiers', async () => {
    const { readers } = await readersIn(
      listed(
        part({}, { dossiers: ['BY-1'] }),
        part({ agency: 'RUSSIA' }, { dossiers: ['BY-1', 'BY-2'] }),
        part({}, { dossiers: ['BY-1'] }),
      ),
    );
    expect(readers).toEqual([
      { ...none, by: 'officer', agency: 'RUSSIA', requests: 1, dossiers: 2 },
      { ...none, by: 'officer', agency: 'BELARUS', requests: 2, dossiers: 1 },
    ]);
  });

  test('is one request for all its fetches', async () => {
    const requestKey = newRequestKey(0);
    const search = { kinds: [], criteria: [1], near: 0 };
    const { readers } = await readersIn(
      listed(
        part({ requestKey }, { dossiers: ['BY-1'] }),
        part({ requestKey }, { dossiers: ['BY-2'], search }),
      ),
    );
    expect(readers).toMatchObject([{ requests: 1, searches: 1, dossiers: 2 }]);
  });

  test('says in how many cases, and how many dossiers were of none of the viewer’s', async () => {
    const { readers } = await readersIn(
      listed(
        part({ number: 'BY-2026-000001' }, { dossiers: ['BY-1', 'BY-2'], ofNoCase: ['BY-2'] }),
        part({ number: 'BY-2026-000002' }, { dossiers: ['BY-2', 'BY-3'], ofNoCase: ['BY-2', 'BY-3'] }),
        part({ number: 'BY-2026-000001' }, { dossiers: [] }),
        part({}, { dossiers: [] }),
      ),
    );
    expect(readers).toMatchObject([{ requests: 4, cases: 2, dossiers: 3, ofNoCase: 2 }]);
  });

  test('has reads beyond the mandate without a reason, and reasons that were given before', async () => {
    const beyond = { dossiers: ['BY-1'], beyondMandate: ['BY-1'] };
    const requestKey = newRequestKey(0);
    const { readers } = await readersIn(
      listed(
        part({}, beyond),
        part({}, { ...beyond, reason: 'Check of report 17' }),
        part({ requestKey }, { ...beyond, reason: 'Check of report 18' }),
        part({ requestKey }, { ...beyond, reason: 'Check of report 18' }),
        part({}, { ...beyond, reason: 'Check of report 17' }),
        part({}, { dossiers: ['BY-2'], beyondMandate: [] }),
      ),
    );
    expect(readers).toMatchObject([{ requests: 5, withoutReason: 1, repeatedReasons: 1 }]);
  });

  test('says so when there was more than is counted at once', async () => {
    const parts = [part({}, {}), part({}, {}), part({}, {})];
    expect(await readersIn(listed(...parts), undefined, 3)).toMatchObject({
      isComplete: true,
      readers: [{ requests: 3 }],
    });
    expect(await readersIn(listed(...parts), undefined, 2)).toMatchObject({
      isComplete: false,
      readers: [{ requests: 2 }],
    });
  });
});
