import { runRetention } from '../../../../../../subgraphs/agency/jobs/run-retention.ts';
import { retentionOf } from '../../../../../../subgraphs/agency/retention-of.ts';
import type { DossierWrites } from '../../../../../../subgraphs/agency/storage/stores/dossier-writes.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dossierOf, proposalOf, releaseOf } from '../../../../../support/hand-made-dossiers.ts';
import { historyOf } from '../../../../../support/history-of.ts';
import { testMatch } from '../../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import {
  grantFrom,
  grantRelease,
  proposalTo,
  proposeRelease,
  recallRelease,
  releaseFrom,
} from './support.ts';

const ids = {
  once: 'BY-0NCE00000001',
  race: 'BY-RACE00000001',
  acquitted: 'BY-C10SED000001',
  convicted: 'BY-C10SED000002',
};
const releases = [proposalOf({ id: 'VPROPOSED' }), releaseOf({ id: 'VGRANTED' })];
const provenance = { sourceReliability: 'A', informationAccuracy: 1, legalBasis: 'NATIONAL_LAW' };
const amend = `mutation ($input: AmendDossierInput!) { belarus { amendDossier(input: $input) { __typename
  ... on InvalidInput { problems { path code } } } } }`;
const close = `mutation ($input: CloseDossierInput!) { belarus { closeDossier(input: $input) { __typename
  ... on InvalidInput { problems { path code } } } } }`;

describe('a release is written', () => {
  let agency: AgencyInProcess;
  /** What is done between the reading of a dossier and the writing of a step on it. */
  let meanwhile: (() => Promise<unknown>) | undefined;
  beforeAll(async () => {
    const dossiers = Object.values(ids).map((id) => dossierOf(id, { releases }));
    agency = await agencyInProcess(belarus, { dossiers }, ({ writes }) => ({
      writes: {
        ...writes,
        async take(...step: Parameters<DossierWrites['take']>) {
          const act = meanwhile;
          meanwhile = undefined;
          await act?.();
          return writes.take(...step);
        },
      },
    }));
  });

  const liaison = () => agency.as('BELARUS', 'LIAISON');
  const supervisor = () => agency.as('BELARUS', 'SUPERVISOR');
  const stored = async (id: string) => (await agency.models.dossiers.findById(id).lean()) ?? undefined;
  const releasesOf = async (id: string) => (await stored(id))?.releases ?? [];

  const addName = (version: number) =>
    agency.as('BELARUS', 'INVESTIGATOR').run(amend, {
      input: {
        dossier: ids.race,
        version,
        add: { names: [{ kind: 'HANDLE', script: 'LATIN', handle: `heron${version}`, provenance }] },
      },
    });

  test('once, however often the request is sent, and however late', async () => {
    const input = proposalTo(ids.once);
    const once = liaison().withKey('the-same-key');
    const afterItsEnd = new Date(Date.parse(input.until) + 1);
    const answers = [
      await proposeRelease(once, input),
      await proposeRelease(once, input),
      await proposeRelease(once.at(afterItsEnd), input),
    ];
    expect(answers.map(({ __typename }) => __typename)).toEqual(Array(3).fill('BelarusRecordedDossier'));
    expect(await releasesOf(ids.once)).toHaveLength(releases.length + 1);
  });

  test('not when the key was sent with another input, or to grant', async () => {
    const before = await releasesOf(ids.once);
    const other = { ...proposalTo(ids.once), classes: ['CONTACT'] };
    const officer = agency
      .as('BELARUS', 'LIAISON', 'SUPERVISOR')
      .called('belarus-liaison')
      .withKey('the-same-key');
    expect(await proposeRelease(officer, other)).toMatchObject({ codes: ['IDEMPOTENCY_KEY_REUSED'] });
    expect(await grantRelease(officer, ids.once, 'VPROPOSED')).toMatchObject({
      codes: ['IDEMPOTENCY_KEY_REUSED'],
    });
    expect(await releasesOf(ids.once)).toEqual(before);
  });

  test('under one key by two officers as two', async () => {
    const before = await releasesOf(ids.once);
    await proposeRelease(liaison().called('another').withKey('the-same-key'), proposalTo(ids.once));
    expect(await releasesOf(ids.once)).toHaveLength(before.length + 1);
  });

  test('as recalled although an amendment comes between, and both have happened', async () => {
    const version = (await stored(ids.race))?.version ?? 0;
    meanwhile = () => addName(version);
    expect(await recallRelease(supervisor(), ids.race, 'VGRANTED')).toMatchObject({
      __typename: 'BelarusRecordedDossier',
    });
    const after = await stored(ids.race);
    expect(after?.version).toBe(version + 2);
    expect(after?.names.at(-1)).toMatchObject({ handle: `heron${version}` });
    expect(after?.releases[1]).toMatchObject({ recalledBy: 'belarus-supervisor' });
    const history = await historyOf(agency.models, ids.race);
    expect(history.slice(-2).map(({ action }) => action)).toEqual(['AMEND', 'RECALL_RELEASE']);
  });

  test('as recalled before an amendment of what was read before it, which is told so and writes nothing', async () => {
    const before = await stored(ids.race);
    const version = before?.version ?? 0;
    expect(await recallRelease(supervisor(), ids.race, 'VPROPOSED')).toMatchObject({
      __typename: 'BelarusRecordedDossier',
    });
    expect((await addName(version)).data.belarus.amendDossier.__typename).toBe('StaleVersion');
    expect((await stored(ids.race))?.names).toEqual(before?.names);
  });

  test('as proposed or granted from the version that was read, and from no older one', async () => {
    const version = (await stored(ids.race))?.version ?? 0;
    const stale = { __typename: 'StaleVersion', currentVersion: version };
    expect(await releaseFrom(version - 1, liaison(), proposalTo(ids.race))).toMatchObject(stale);
    expect(await grantFrom(version - 1, supervisor(), ids.race, 'VGRANTED')).toMatchObject(stale);
    expect((await stored(ids.race))?.version).toBe(version);
    const proposed = await releaseFrom(version, liaison(), proposalTo(ids.race));
    expect(proposed.__typename).toBe('BelarusRecordedDossier');
    expect(await grantFrom(version + 1, supervisor(), ids.race, proposed.release)).toMatchObject({
      __typename: 'BelarusRecordedDossier',
    });
  });

  test('as proposed by one of several at once, and once by each who reads again', async () => {
    const before = await releasesOf(ids.race);
    const proposals = await Promise.all(
      ['liaison-a', 'liaison-b', 'liaison-c'].map((name) =>
        proposeRelease(liaison().called(name), proposalTo(ids.race)),
      ),
    );
    expect(proposals.map(({ __typename }) => __typename)).toEqual(Array(3).fill('BelarusRecordedDossier'));
    const after = await releasesOf(ids.race);
    expect(
      after
        .slice(before.length)
        .map(({ proposedBy }) => proposedBy)
        .sort(),
    ).toEqual(['liaison-a', 'liaison-b', 'liaison-c']);
  });

  const closing = async (id: string, stage: string) =>
    supervisor().run(close, {
      input: { dossier: id, version: (await stored(id))?.version, stage, provenance, reason: 'The court' },
    });

  test('as recalled when its dossier is closed with the person cleared', async () => {
    const { data } = await closing(ids.acquitted, 'ACQUITTED');
    expect(data.belarus.closeDossier.__typename).toBe('BelarusRecordedDossier');
    expect((await releasesOf(ids.acquitted)).map(({ recalledBy }) => recalledBy)).toEqual(
      Array(2).fill('belarus-supervisor'),
    );
    expect(await proposeRelease(liaison(), proposalTo(ids.acquitted))).toMatchObject({
      problems: [{ path: 'dossier', code: 'DOSSIER_CLOSED' }],
    });
  });

  test('as it was when its dossier is closed with the person convicted', async () => {
    await closing(ids.convicted, 'CONVICTED');
    expect(await releasesOf(ids.convicted)).toEqual(releases);
  });

  test('as it was when an amendment would clear the person, which is refused', async () => {
    const version = (await stored(ids.convicted))?.version;
    const add = { status: { stage: 'DISCONTINUED', provenance } };
    const { data } = await agency
      .as('BELARUS', 'INVESTIGATOR')
      .run(amend, { input: { dossier: ids.convicted, version, add } });
    expect(data.belarus.amendDossier).toEqual({
      __typename: 'InvalidInput',
      problems: [{ path: 'add.status.stage', code: 'MALFORMED' }],
    });
    expect(await releasesOf(ids.convicted)).toEqual(releases);
  });

  test('no longer anywhere when retention has erased its dossier', async () => {
    const later = new Date(Date.now() + (belarus.retention.daysAfterClearing + 1) * 86_400_000);
    const report = await runRetention(retentionOf(agency.models, belarus.retention, testMatch), later);
    expect(report).toMatchObject({ dossiersErased: 1, failed: 0 });
    expect(await stored(ids.acquitted)).toBeUndefined();
    expect(await stored(ids.convicted)).toHaveProperty('releases', releases);
  });
});
