import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import {
  confirmedLink,
  dossierOf,
  proposalOf,
  releaseOf,
} from '../../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import type { Officer } from '../../../../../support/world/officer.ts';
import { read } from './support.ts';

const ended = { until: new Date(Date.now() - 1_000) };
const recalled = { recalledBy: 'supervisor-1', recalledAt: new Date(), recallReason: 'It is over' };
const all = [
  releaseOf({ id: 'VGRANTED', case: 'RU-2026-000001' }),
  proposalOf({ id: 'VPROPOSED' }),
  releaseOf({ id: 'VEXPIRED', ...ended }),
  releaseOf({ id: 'VRECALLED', ...recalled }),
  { ...proposalOf({ id: 'VTURNEDDOWN' }), ...recalled },
  // To a third agency, as there may be one day.
  releaseOf({ id: 'VTOANOTHER', to: 'BELARUS' }),
];
const only = (id: string) => all.filter((release) => release.id === id);
const onRelease = { handlingCode: 'ON_RELEASE' } as const;
const dossiers = [
  dossierOf('BY-A000000001', { ...onRelease, releases: all }),
  dossierOf('BY-A000000002', { ...onRelease, releases: only('VPROPOSED') }),
  dossierOf('BY-A000000003', { ...onRelease, releases: only('VEXPIRED') }),
  dossierOf('BY-A000000004', {
    ...onRelease,
    ...confirmedLink('RU-A000000004'),
    releases: only('VRECALLED'),
  }),
  dossierOf('BY-A000000005', { handlingCode: 'SHAREABLE', releases: only('VEXPIRED') }),
  dossierOf('BY-A000000006', { handlingCode: 'SHAREABLE' }),
  dossierOf('BY-A000000007', { handlingCode: 'ORIGINATOR_ONLY', releases: only('VGRANTED') }),
  dossierOf('BY-A000000008', { handlingCode: 'SHAREABLE', releases: only('VTOANOTHER') }),
];
const first = 'BY-A000000001';
const fields =
  'id to state classes purposes case from until reason proposedBy grantedBy recalledBy recallReason';

describe('releases, as they are listed', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers });
  });

  const own = () => agency.as('BELARUS', 'LIAISON');
  const foreign = () => agency.as('RUSSIA', 'INVESTIGATOR');
  const list = async (officer: Officer, page = '') => {
    const { data, commands } = await officer.run(
      `{ belarus { releasedDossiers${page} { nodes { id } pageInfo { hasNextPage endCursor } } } }`,
    );
    const { nodes, pageInfo } = data.belarus.releasedDossiers;
    return { numbers: nodes.map(({ id }: { id: string }) => Number(id.at(-1))), pageInfo, commands };
  };

  test('to the owner’s viewers: all dossiers with a release to another agency, in whatever state', async () => {
    expect((await list(own())).numbers).toEqual([1, 2, 3, 4, 5, 7]);
  });

  test('to another agency’s viewers: those that it was given, of those that it may know of now', async () => {
    expect((await list(foreign())).numbers).toEqual([1, 4, 5]);
  });

  test('in pages that are cut after what the viewer may know of', async () => {
    const { pageInfo, numbers } = await list(foreign(), '(first: 2)');
    expect([numbers, pageInfo.hasNextPage]).toEqual([[1, 4], true]);
    const next = await list(foreign(), `(first: 2, after: "${pageInfo.endCursor}")`);
    expect([next.numbers, next.pageInfo.hasNextPage]).toEqual([[5], false]);
  });

  test('to nobody under national law of another state', async () => {
    const { data, redactions } = await foreign()
      .under('NATIONAL_LAW')
      .run('{ belarus { releasedDossiers { nodes { id } } } }');
    expect(data).toEqual({ belarus: { releasedDossiers: null } });
    expect(redactions).toMatchObject([
      { coordinate: 'BelarusQuery.releasedDossiers', reason: 'LEGAL_BASIS', records: null },
    ]);
  });

  test('of a dossier, to the owner’s officers: each with its state, its officers and its reason', async () => {
    const { half, redactions } = await read(own(), first, `releases { ${fields} }`);
    expect(half.releases.map(({ id, state }: { id: string; state: string }) => `${id} ${state}`)).toEqual([
      `R-${first}-VGRANTED GRANTED`,
      `R-${first}-VPROPOSED PROPOSED`,
      `R-${first}-VEXPIRED EXPIRED`,
      `R-${first}-VRECALLED RECALLED`,
      `R-${first}-VTURNEDDOWN RECALLED`,
      `R-${first}-VTOANOTHER GRANTED`,
    ]);
    expect(half.releases[3]).toMatchObject({
      reason: 'Joint investigation',
      proposedBy: 'liaison-1',
      grantedBy: 'supervisor-1',
      recalledBy: 'supervisor-1',
      recallReason: 'It is over',
    });
    expect(redactions).toEqual([]);
  });

  test('of a dossier, to another agency’s viewers: what it was given, without officers or reason', async () => {
    const { half, redactions } = await read(foreign(), first, `releases { ${fields} }`);
    const withheld = {
      reason: null,
      proposedBy: null,
      grantedBy: null,
      recalledBy: null,
      recallReason: null,
    };
    expect(half.releases).toEqual([
      expect.objectContaining({
        id: `R-${first}-VGRANTED`,
        state: 'GRANTED',
        case: 'RU-2026-000001',
        ...withheld,
      }),
      expect.objectContaining({ id: `R-${first}-VEXPIRED`, state: 'EXPIRED', ...withheld }),
      expect.objectContaining({ id: `R-${first}-VRECALLED`, state: 'RECALLED', ...withheld }),
    ]);
    expect(redactions.map(({ coordinate, reason }) => `${coordinate} ${reason}`)).toEqual([
      'BelarusRelease.reason ROLE',
      'BelarusRelease.proposedBy ROLE',
      'BelarusRelease.grantedBy ROLE',
      'BelarusRelease.recalledBy ROLE',
      'BelarusRelease.recallReason ROLE',
    ]);
    expect(redactions[0]?.remedy).toBe('BELARUS keeps this to its own officers.');
  });

  test('of a dossier, to an analyst of the owner without officers or reason, in the history too', async () => {
    const supervisor = agency.as('BELARUS', 'SUPERVISOR');
    await supervisor.run(
      `mutation { belarus { recallRelease(input: { dossier: "${first}", release: "VGRANTED", reason: "a secret" }) { __typename } } }`,
    );
    const asked = `releases { state reason } history(first: 1) { nodes { action changes { field before { name text } after { name text } } } }`;
    const byAnalyst = await read(agency.as('BELARUS', 'ANALYST'), first, asked);
    // A proposal is for those who decide on it, and so is every step of a release.
    expect(byAnalyst.half.releases).not.toContainEqual(expect.objectContaining({ state: 'PROPOSED' }));
    expect(byAnalyst.half.history.nodes).not.toContainEqual(
      expect.objectContaining({ action: 'RECALL_RELEASE' }),
    );
    expect(JSON.stringify(byAnalyst.data)).not.toContain('a secret');
    const bySupervisor = await read(supervisor, first, asked);
    expect(JSON.stringify(bySupervisor.half.history)).toContain('a secret');
  });
});
