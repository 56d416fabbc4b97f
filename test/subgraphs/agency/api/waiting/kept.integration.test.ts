import { decisionsOf } from '../../../../../subgraphs/agency/records/decisions/decisions-of.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { waitingOnDossier } from '../../../../../subgraphs/agency/records/waiting/waiting-on-dossier.ts';
import { listedDecisions } from '../../../../../subgraphs/agency/storage/migrations/2026-11-26-decisions.ts';
import { waitingSteps } from '../../../../../subgraphs/agency/storage/migrations/2026-11-26-waiting.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../../subgraphs/russia/definition.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import type { AgencyInProcess } from '../../../../support/world/agency.ts';
import { officersIn, person } from '../../records/dossier/countersigning/support.ts';
import { carry, type LinkingAgency, linkingAgency } from '../../records/dossier/links/support.ts';
import {
  grantRelease,
  proposalTo,
  proposeRelease,
  recallRelease,
} from '../../records/dossier/releases/support.ts';
import { ids, inDays, waitingAgency, waitingFor } from './support.ts';

type Models = Pick<AgencyInProcess['models'], 'dossiers' | 'waiting' | 'decisions'>;

/** What is listed, and what follows from the dossiers as they are. */
async function keptIn({ dossiers, waiting, decisions }: Models) {
  const all = await dossiers.find().lean<DossierRecord[]>();
  const byId = (one: { _id: string }, other: { _id: string }) => (one._id < other._id ? -1 : 1);
  const kept = [...(await waiting.find().lean()), ...(await decisions.find().lean())];
  const follows = [...all.flatMap(waitingOnDossier), ...all.flatMap(decisionsOf)];
  return { kept: kept.sort(byId), follows: follows.sort(byId) };
}

describe('what waits on dossiers', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await waitingAgency();
  });
  // After every step, since it is written with it.
  afterEach(async () => {
    const { kept, follows } = await keptIn(agency.models);
    expect(kept).toEqual(follows);
  });

  const supervisor = () => agency.as('BELARUS', 'SUPERVISOR');
  const liaison = () => agency.as('BELARUS', 'LIAISON');
  const kindsOn = async (dossier: string, officer = supervisor()) => {
    const { nodes } = await waitingFor(officer, { first: 100 });
    return nodes.flatMap((node) => (node.dossier?.id === dossier ? node.kind : []));
  };

  test('is a release from its proposal to its grant', async () => {
    const proposal = await proposeRelease(liaison(), proposalTo(ids.shareable));
    expect(await kindsOn(ids.shareable)).toContain('RELEASE_TO_GRANT');
    await grantRelease(supervisor(), ids.shareable, proposal.release);
    expect(await kindsOn(ids.shareable)).not.toContain('RELEASE_TO_GRANT');
  });

  test('is a release until it is turned down, and again until its period is over', async () => {
    const first = await proposeRelease(liaison(), proposalTo(ids.answered));
    await recallRelease(supervisor(), ids.answered, first.release);
    expect(await kindsOn(ids.answered)).toEqual([]);
    await proposeRelease(liaison(), proposalTo(ids.answered));
    expect(await kindsOn(ids.answered)).toEqual(['RELEASE_TO_GRANT']);
    expect(await kindsOn(ids.answered, supervisor().at(inDays(31)))).toEqual([]);
  });

  test('are the values of a new dossier and of an amended one, until all of them are countersigned', async () => {
    const { act, amend, sign, propose, versionOf, investigator } = officersIn(() => agency);
    const { id } = await act(investigator(), 'recordDossier', person);
    const before = await kindsOn(id);
    await amend(id, await versionOf(id), { add: { names: person.names } });
    expect([before, await kindsOn(id)]).toEqual([[], ['VALUES_TO_COUNTERSIGN']]);
    await propose(id, await versionOf(id));
    expect(await kindsOn(id)).toEqual(['SHAREABLE_TO_COUNTERSIGN', 'VALUES_TO_COUNTERSIGN'].reverse());
    await sign(id, await versionOf(id));
    expect(await kindsOn(id)).toEqual(['SHAREABLE_TO_COUNTERSIGN']);
  });

  test('is nothing on a dossier that becomes its owner’s alone', async () => {
    const { act, versionOf } = officersIn(() => agency);
    expect(await kindsOn(ids.released)).toContain('RELEASE_TO_GRANT');
    await act(supervisor(), 'changeHandlingCode', {
      dossier: ids.released,
      version: await versionOf(ids.released),
      handlingCode: 'ORIGINATOR_ONLY',
      reason: 'An informant',
    });
    expect(await kindsOn(ids.released)).toEqual([]);
  });

  test('goes with a dossier that is erased', async () => {
    const of = { dossier: ids.ofOtherCase };
    expect(await agency.models.waiting.countDocuments(of)).toBe(2);
    expect(await agency.models.decisions.countDocuments(of)).toBe(2);
    const dossier = await agency.retention.read(ids.ofOtherCase);
    if (!dossier) throw new Error('the dossier has gone');
    expect(await agency.retention.eraseDossier(dossier, [])).toBe('WRITTEN');
    expect(await agency.models.waiting.countDocuments(of)).toBe(0);
    expect(await agency.models.decisions.countDocuments(of)).toBe(0);
  });
});

test('what waits is left out once it no longer does, though the list has not been told', async () => {
  const agency = await waitingAgency();
  try {
    const supervisor = agency.as('BELARUS', 'SUPERVISOR');
    const { nodes } = await waitingFor(supervisor);
    await agency.models.dossiers.updateOne({ _id: ids.released }, { $set: { releases: [] } });
    await agency.models.dossiers.deleteOne({ _id: ids.values });
    await agency.models.dossiers.updateOne({ _id: ids.disputed }, { $set: { cases: ['BY-2026-000077'] } });
    const gone = [ids.released, ids.values, ids.disputed] as readonly string[];
    const left = nodes.filter(({ dossier }) => !gone.includes(dossier?.id ?? ''));
    const later = await waitingFor(supervisor.for('SOLVING', 'BY-2026-000001'), { first: 2 });
    expect(later.nodes).toHaveLength(2);
    const cautious = await waitingFor(supervisor, { first: 100 });
    expect(cautious.nodes.filter(({ dossier }) => dossier?.id !== ids.disputed)).toEqual(left);
  } finally {
    await agency.stop();
  }
});

test('what waits on the dossiers of an earlier version, and was decided on them, is listed as by this version', async () => {
  const agency = await waitingAgency();
  try {
    const { follows } = await keptIn(agency.models);
    await agency.models.waiting.deleteMany({});
    await agency.models.decisions.deleteMany({});
    const { db } = agency.connection;
    if (!db) throw new Error('not connected');
    // Killed and run again it does the same.
    for (const _time of ['first', 'second'])
      for (const { up } of [waitingSteps, listedDecisions]) await up(db, testNaming);
    expect((await keptIn(agency.models)).kept).toEqual(follows);
    expect(follows.length).toBeGreaterThan(6);
    for (const item of await agency.models.waiting.find()) await item.validate();
    for (const item of await agency.models.decisions.find()) await item.validate();
  } finally {
    await agency.stop();
  }
});

describe('a link', () => {
  let home: LinkingAgency;
  let abroad: LinkingAgency;
  const [own, foreign] = ['BY-0000000001', 'RU-0000000001'];
  beforeAll(async () => {
    home = await linkingAgency(belarus, [dossierOf(own, { handlingCode: 'ON_RELEASE' })]);
    const other = dossierOf(foreign, { handlingCode: 'ON_RELEASE', agency: 'RUSSIA' });
    abroad = await linkingAgency(russia, [{ ...other, cases: ['RU-2026-000001'] }]);
  });
  afterAll(async () => {
    await home.stop();
    await abroad.stop();
  });

  test('waits for one officer after another, and for nobody once both agencies agree', async () => {
    const waitingKindsFor = async ({ models }: LinkingAgency) =>
      (await models.waiting.find().lean()).map(({ kind }) => kind);
    await home.propose(own, foreign);
    expect(await waitingKindsFor(home)).toEqual(['LINK_TO_COUNTERSIGN']);
    await home.countersign(own, foreign);
    expect(await waitingKindsFor(home)).toEqual([]);
    await carry(home, abroad);
    expect(await waitingKindsFor(abroad)).toEqual(['LINK_TO_ANSWER']);
    await abroad.propose(foreign, own);
    expect(await waitingKindsFor(abroad)).toEqual(['LINK_TO_COUNTERSIGN']);
    await abroad.countersign(foreign, own);
    await carry(home, abroad);
    expect([await waitingKindsFor(home), await waitingKindsFor(abroad)]).toEqual([[], []]);
    await home.withdraw(own, foreign);
    await home.decide(own, foreign, 'DIFFERENT');
    await carry(home, abroad);
    expect([await waitingKindsFor(home), await waitingKindsFor(abroad)]).toEqual([
      ['LINK_DISPUTED'],
      ['LINK_DISPUTED'],
    ]);
    for (const agency of [home, abroad]) {
      const { kept, follows } = await keptIn(agency.models);
      expect(kept).toEqual(follows);
    }
  });
});
