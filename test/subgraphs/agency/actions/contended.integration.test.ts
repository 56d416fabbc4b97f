import { bySystem, changeLinks } from '../../../../subgraphs/agency/actions/change-links.ts';
import { mostAttempts } from '../../../../subgraphs/agency/actions/take-step.ts';
import { lapseLinks } from '../../../../subgraphs/agency/jobs/lapse-links.ts';
import { runRetention } from '../../../../subgraphs/agency/jobs/run-retention.ts';
import type { DossierRecord } from '../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { changeEveryLink } from '../../../../subgraphs/agency/records/dossier/links/link-changes.ts';
import { retentionOf } from '../../../../subgraphs/agency/retention-of.ts';
import type { RetentionStore } from '../../../../subgraphs/agency/storage/retention/retention-store.ts';
import type { DossierWrites } from '../../../../subgraphs/agency/storage/stores/dossier-writes.ts';
import type { GroupStore } from '../../../../subgraphs/agency/storage/stores/group-store.ts';
import { linkLookups } from '../../../../subgraphs/agency/storage/stores/link-lookups.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { dossierOf, releaseOf } from '../../../support/hand-made-dossiers.ts';
import { historyOf } from '../../../support/history-of.ts';
import { testMatch } from '../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';
import { recallRelease } from '../records/dossier/releases/support.ts';

const id = 'BY-C0NTENDED0001';
const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' } as const;
const day = 86_400_000;

let agency: AgencyInProcess;
/** The number of times that others still write, each time just before somebody else would. */
let writers = 0;

/** Another writer than the one at hand, who is not seen by the officers: as another instance of the subgraph. */
async function writtenByOthers(collection: 'dossiers' | 'groups', of: string): Promise<void> {
  if (writers === 0) return;
  writers--;
  await agency.models[collection].collection.updateOne({ _id: of as never }, { $inc: { version: 1 } });
}

beforeAll(async () => {
  agency = await agencyInProcess(belarus, {}, ({ writes, groups }) => ({
    writes: {
      ...writes,
      async take(...step: Parameters<DossierWrites['take']>) {
        await writtenByOthers('dossiers', step[0]._id);
        return writes.take(...step);
      },
    },
    groups: {
      ...groups,
      async replace(...step: Parameters<GroupStore['replace']>) {
        await writtenByOthers('groups', step[0].group._id);
        return groups.replace(...step);
      },
    },
  }));
});

const yesterday = new Date(Date.now() - day);
const link = {
  agency: 'RUSSIA' as const,
  dossier: 'RU-C0NTENDED0001',
  own: { decision: 'SAME' as const, decidedAt: new Date('2026-01-01') },
  told: { decision: 'NONE' as const },
  lapsesAt: yesterday,
};

beforeEach(async () => {
  await agency.models.dossiers.deleteMany({});
  await agency.models.history.deleteMany({});
  const known = { releases: [releaseOf({ id: 'VGRANTED' })], links: [link], nextErasure: yesterday };
  await agency.models.dossiers.create(dossierOf(id, known));
  writers = 0;
});

const stored = async () => {
  const found = await agency.models.dossiers.findById(id).lean<DossierRecord>();
  if (!found) throw new Error('the dossier has gone');
  return found;
};

/** All of a dossier that a step changes; others change its version alone. */
async function content() {
  const { version: _version, ...dossier } = await stored();
  return { dossier, history: await historyOf(agency.models, id) };
}

const recall = () => recallRelease(agency.as('BELARUS', 'SUPERVISOR'), id, 'VGRANTED');

describe('an officer’s step on a dossier', () => {
  test('is taken after others came before it', async () => {
    writers = mostAttempts - 1;
    const { version } = await stored();
    expect(await recall()).toMatchObject({ __typename: 'BelarusRecordedDossier' });
    const after = await stored();
    expect(after.version).toBe(version + mostAttempts);
    expect(after.releases[0]).toMatchObject({ recalledBy: 'belarus-supervisor' });
    expect((await historyOf(agency.models, id)).map((line) => line.version)).toEqual([after.version]);
  });

  test('is stale where they do so each time, and nothing of it is written', async () => {
    writers = 1_000;
    const before = await content();
    expect(await recall()).toMatchObject({ __typename: 'StaleVersion' });
    expect(writers).toBe(1_000 - mostAttempts);
    expect(await content()).toEqual(before);
  });
});

describe('an officer’s step on a group', () => {
  const amend = `mutation ($input: AmendGroupInput!) { belarus { amendGroup(input: $input) { __typename
    ... on StaleVersion { currentVersion } } } }`;
  const record = `mutation ($input: GroupInput!) { belarus { recordGroup(input: $input) {
    ... on RecordedGroup { id: of } } } }`;
  const given = { kind: 'CALL_CENTRE', name: 'Office at the corner', provenance };
  const investigator = () => agency.as('BELARUS', 'INVESTIGATOR');

  test('is stale where another one came before it, and nothing of it is written', async () => {
    const recorded = await investigator().run(record, { input: given });
    const group: string = recorded.data.belarus.recordGroup.id;
    writers = 1;
    const input = { group, version: 1, ...given, name: 'Office by the river' };
    const answer = await investigator().run(amend, { input });
    expect(answer.data.belarus.amendGroup).toEqual({ __typename: 'StaleVersion', currentVersion: 2 });
    expect(await agency.models.groups.findById(group).lean()).toMatchObject({ name: given.name });
    expect(await historyOf(agency.models, group)).toHaveLength(1);

    const again = await investigator().run(amend, { input: { ...input, version: 2 } });
    expect(again.data.belarus.amendGroup.__typename).toBe('RecordedGroup');
    expect(await agency.models.groups.findById(group).lean()).toMatchObject({ name: input.name });
  });
});

describe('a link', () => {
  const now = new Date();
  const change = () =>
    changeLinks(agency.stores.writes, id, bySystem('lapse', 'lapse 1', now), 'LAPSE_LINK', (dossier) =>
      changeEveryLink(dossier, { kind: 'LAPSE', at: now }),
    );

  test('is changed after others came before it, once', async () => {
    writers = mostAttempts - 1;
    expect(await change()).toBe('DONE');
    expect(await change()).toBe('NOTHING');
    expect((await stored()).links[0]).toMatchObject({ own: { decision: 'NONE' } });
    expect(await historyOf(agency.models, id)).toHaveLength(1);
  });

  test('stays as it is where they do so each time', async () => {
    writers = 1_000;
    const before = await content();
    expect(await change()).toBe('CONTENDED');
    expect(writers).toBe(1_000 - mostAttempts);
    expect(await content()).toEqual(before);
  });

  test('that could not be lapsed is lapsed by the next run', async () => {
    const lapse = () => lapseLinks(linkLookups(agency.models), agency.stores.writes, now);
    writers = mostAttempts;
    expect(await lapse()).toBe(0);
    expect(await lapse()).toBe(1);
  });
});

describe('an erasure', () => {
  /** The retention as it is, over a database in which others write. */
  function run() {
    const store = retentionOf(agency.models, belarus.retention, testMatch);
    const contended = async <Result>(write: () => Promise<Result>): Promise<Result> => {
      await writtenByOthers('dossiers', id);
      return write();
    };
    const over: RetentionStore = {
      ...store,
      eraseDossier: (...given) => contended(() => store.eraseDossier(...given)),
      eraseValues: (...given) => contended(() => store.eraseValues(...given)),
      lookAgain: (...given) => contended(() => store.lookAgain(...given)),
    };
    return runRetention(over, new Date('2060-01-01'));
  }

  test('is decided anew after others came before it', async () => {
    writers = mostAttempts - 1;
    expect(await run()).toMatchObject({ dossiersErased: 1, leftForNextRun: 0, failed: 0 });
    expect(await agency.models.dossiers.findById(id)).toBeNull();
  });

  test('is left to the next run where they do so each time, and nothing of it is written', async () => {
    writers = mostAttempts;
    const before = await content();
    expect(await run()).toMatchObject({ dossiersErased: 0, leftForNextRun: 1, failed: 0 });
    expect(await content()).toEqual(before);
    expect(await run()).toMatchObject({ dossiersErased: 1, leftForNextRun: 0, failed: 0 });
  });
});
