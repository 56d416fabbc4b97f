import { runRetention } from '../../../../subgraphs/agency/jobs/run-retention.ts';
import { keyInForm, mostTokens } from '../../../../subgraphs/agency/matching/tokens.ts';
import type { DossierRecord } from '../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { retentionOf } from '../../../../subgraphs/agency/retention-of.ts';
import { importStore } from '../../../../subgraphs/agency/storage/stores/import-store.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { recordingStep } from '../../../../workshop/demo-data/people/record-from.ts';
import { provenance, supervisor, writingTo } from '../../../support/agency/writing.ts';
import { historyOf } from '../../../support/history-of.ts';
import { testKeys, testMatch } from '../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';

const now = new Date('2026-11-24T12:00:00Z');
const yesterday = new Date('2026-11-23T00:00:00Z');
const phone = { kind: 'PHONE', value: '+375 00 765-43-21', provenance };

describe('what a dossier is found by is stored with it', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 10 });
  });
  const { act, amend, recorded } = writingTo(() => agency);

  const stored = async (id: string) => {
    const dossier = await agency.models.dossiers.findById(id).lean<DossierRecord>();
    if (!dossier) throw new Error('the dossier has gone');
    return dossier;
  };
  /** The dossiers whose tokens are not those of their values. */
  const wrong = async () =>
    (await agency.models.dossiers.find({}).lean<DossierRecord[]>())
      .filter((dossier) => JSON.stringify(dossier.match) !== JSON.stringify(testMatch(dossier)))
      .map(({ _id }) => _id);
  /** Those that find it abroad too, and those of values that wait for a second officer. */
  const tokensOf = async (id: string) => {
    const { tokens = [], unsigned = [] } = (await stored(id)).match ?? {};
    return [...tokens, ...unsigned];
  };

  test('when it is a demo dossier', async () => {
    expect(await wrong()).toEqual([]);
    const [dossier] = agency.records.BELARUS.dossiers;
    expect((await stored(dossier?._id ?? '')).match).toMatchObject({ key: keyInForm(testKeys.current) });
  });

  test('when it is recorded', async () => {
    const { id } = await recorded();
    expect((await tokensOf(id)).length).toBeGreaterThan(0);
    expect(await wrong()).toEqual([]);
  });

  test('when it is amended, in the same write: what is added is found, and what is taken out is not', async () => {
    const { id, version } = await recorded();
    const before = await tokensOf(id);
    await amend({ dossier: id, version, add: { contacts: [phone] } });
    const added = (await tokensOf(id)).filter((token) => !before.includes(token));
    expect(added).toHaveLength(1);
    const value = (await stored(id)).contacts.find(({ value }) => value === '+375007654321')?.id;
    const { result } = await amend({ dossier: id, version: version + 1, remove: [value] });
    expect(result.__typename).toBe('BelarusRecordedDossier');
    expect(await tokensOf(id)).toEqual(before);
    expect(await wrong()).toEqual([]);
  });

  test('when a value is contested, which is found as before', async () => {
    const { id, version, names } = await recorded();
    const before = await tokensOf(id);
    const input = { dossier: id, version, value: names[0]?.id, reason: 'He says that it is not his' };
    const { result } = await act('contestValue', 'ValueInput', input, { roles: ['INVESTIGATOR'] });
    expect(result.dossier.names[0]?.provenance.contested).toBe(true);
    expect(await tokensOf(id)).toEqual(before);
  });

  test('when it is closed', async () => {
    const { id, version } = await recorded();
    const input = { dossier: id, version, stage: 'CONVICTED', provenance, reason: 'The court' };
    const { result } = await act('closeDossier', 'CloseDossierInput', input, supervisor);
    expect(result.dossier.status.stage).toBe('CONVICTED');
    expect(await wrong()).toEqual([]);
  });

  test('when it is imported', async () => {
    const { match: _, ...known } = await stored((await recorded()).id);
    const imported = { ...known, _id: 'BY-1MP0RTED0001', recordedWith: 'import match' };
    await importStore(agency.models, testMatch).insertNew([
      { record: imported, entry: recordingStep(imported) },
    ]);
    expect((await stored(imported._id)).match).toEqual(testMatch(known));
  });

  test('and goes with a value that is erased', async () => {
    const { id, version } = await recorded();
    const before = await tokensOf(id);
    await amend({ dossier: id, version, add: { contacts: [phone] } });
    const at = (await stored(id)).contacts.findIndex(({ value }) => value === '+375007654321');
    const due = { [`contacts.${at}.provenance.retainUntil`]: yesterday, nextErasure: yesterday };
    await agency.models.dossiers.updateOne({ _id: id }, { $set: due });
    const report = await runRetention(retentionOf(agency.models, belarus.retention, testMatch), now);
    expect(report.values).toEqual({ contacts: 1 });
    expect(await tokensOf(id)).toEqual(before);
    expect(await wrong()).toEqual([]);
  });

  test('and is no part of its history', async () => {
    const history = await historyOf(agency.models, (await recorded()).id);
    expect(JSON.stringify(history)).not.toContain('tokens');
  });

  test('and leads from what is known of a person to his dossier', async () => {
    const { id } = await recorded();
    const [token = 0] = (await tokensOf(id)).slice(-1);
    const found = await agency.models.dossiers
      .find({ 'match.tokens': { $in: [token, 1] } }, { _id: 1 })
      .lean();
    expect(found.map(({ _id }) => _id)).toContain(id);
    expect(await agency.models.dossiers.countDocuments({ 'match.tokens': { $in: [1] } })).toBe(0);
  });

  test.each([
    ['what is no token', { key: 'k', tokens: [-1] }],
    ['a fraction', { key: 'k', tokens: [0.5] }],
    ['more than a dossier can have', { key: 'k', tokens: new Array(mostTokens.indexed + 1).fill(1) }],
    ['no key', { tokens: [1] }],
    ['a field that it has not', { key: 'k', tokens: [1], names: ['Probny'] }],
  ])('and is refused by the model with %s', async (_what, match) => {
    const { dossiers } = agency.models;
    const known = await dossiers.findOne({}).lean();
    await expect((async () => new dossiers({ ...known, match }).validate())()).rejects.toThrow();
    await expect(new dossiers(known).validate()).resolves.toBeUndefined();
  });
});
