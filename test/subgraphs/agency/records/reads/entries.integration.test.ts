import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { newRequestKey } from '../../../../../terms/request-key.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { halfOf, read } from '../dossier/releases/support.ts';

const ids = ['BY-A000000001', 'BY-A000000002', 'BY-A000000003'] as const;
const [first, second, third] = ids;
const start = Date.parse('2026-11-24T12:00:00Z');
const keyAt = (seconds: number) => newRequestKey(start + seconds * 1_000);

/** The fetches of one request reach this agency under one name of the gateway's; each is a request of its own here. */
describe('one request that reads by many fetches', () => {
  let agency: AgencyInProcess;
  const request = keyAt(0);
  const officer = () => agency.as('RUSSIA', 'LIAISON');
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, {
      dossiers: ids.map((id) => dossierOf(id, { handlingCode: 'SHAREABLE' })),
    });
    const at = (seconds: number) => new Date(start + seconds * 1_000);
    // Between the fetches of the one request there are those of others.
    await read(officer().called('before').in(keyAt(-1)).at(at(-1)), first, 'id');
    await read(officer().in(request).at(at(0)), first, 'id');
    await read(officer().called('after').in(keyAt(1)).at(at(1)), first, 'id');
    await read(officer().in(request).at(at(2)), second, 'names { full }');
    await read(officer().in(request).at(at(2)), first, 'status { stage }');
    // The gateway of one officer's request cannot join another's to it, nor what is asked under another mandate.
    await read(officer().called('another').in(request).at(at(2)), third, 'id');
    await read(officer().for('SOLVING', 'RU-2026-000001').in(request).at(at(2)), third, 'id');
  });

  const entry = 'nodes { by purpose at requestId dossiers coordinates withheld { coordinate dossiers } }';
  const pages = async (
    list: (page: string) => Promise<{ nodes: { by: string }[]; pageInfo: { endCursor: string } }>,
  ) => {
    const found = [];
    for (let page = '(first: 1)'; ; ) {
      const { nodes, pageInfo } = await list(page);
      if (nodes.length === 0) return found;
      found.push(...nodes);
      page = `(first: 1, after: "${pageInfo.endCursor}")`;
    }
  };
  const listed = (overseer: Officer, page: string) =>
    overseer
      .run(`{ belarus { reads${page} { ${entry} pageInfo { endCursor } } } }`)
      .then(({ data }) => data.belarus.reads);
  const listedOf = (id: string, page: string) =>
    agency
      .as('BELARUS', 'SUPERVISOR')
      .run(halfOf(`reads${page} { ${entry} pageInfo { endCursor } }`), {
        of: [{ __typename: 'Suspect', id }],
      })
      .then(({ data }) => data._entities[0].belarus.reads);

  const joined = {
    by: 'russia-liaison',
    purpose: 'INVESTIGATION',
    at: '2026-11-24T12:00:00.000Z',
    requestId: 'request-0001',
    dossiers: [first, second],
    coordinates: ['BelarusDossier.id', 'BelarusDossier.names', 'PersonName.full', 'Suspect.belarus'],
    withheld: [{ coordinate: 'BelarusDossier.status', dossiers: [first] }],
  };

  test('is one entry, with all that any of them has read, whatever stands between', async () => {
    const entries = await pages((page) => listed(agency.as('BELARUS', 'OVERSEER'), page));
    expect(entries.filter((each) => JSON.stringify(each) === JSON.stringify(joined))).toHaveLength(1);
    expect(entries.map(({ by }) => by).sort()).toEqual([
      'after',
      'another',
      'before',
      'russia-liaison',
      'russia-liaison',
    ]);
    expect(await agency.models.reads.countDocuments()).toBe(7);
  });

  test('is one entry of each dossier, and whole in both', async () => {
    for (const [id, readers] of [
      [first, ['after', 'russia-liaison', 'before']],
      [second, ['russia-liaison']],
    ] as const) {
      const entries = (await pages((page) => listedOf(id, page))).filter(
        ({ by }) => by !== 'belarus-supervisor',
      );
      expect(entries.map(({ by }) => by)).toEqual(readers);
      expect(entries).toContainEqual(joined);
    }
  });

  test('is not joined with another by what the caller names them: all here have one x-request-id', async () => {
    expect(await agency.models.reads.distinct('requestId')).toEqual(['request-0001']);
  });

  test('is only ever added to: nothing that answers changes or replaces what is on record', async () => {
    const { commands } = await read(officer().in(request), first, 'id');
    const onReads = commands.filter((command) => Object.values(command)[0] === 'reads');
    expect(onReads.map((command) => Object.keys(command)[0])).toEqual(['insert']);
  });

  test('is one entry of its dossier, however many parts it has, and hides none before it', async () => {
    const later = keyAt(60);
    for (let fetches = 0; fetches < 10; fetches++)
      await read(officer().called('in many parts').in(later), third, 'id');
    const [newest, ...others] = (await pages((page) => listedOf(third, page)))
      .map(({ by }) => by)
      .filter((by) => by !== 'belarus-supervisor');
    expect(newest).toBe('in many parts');
    expect(others.sort()).toEqual(['another', 'russia-liaison']);
  });
});
