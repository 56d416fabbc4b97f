import { mongo } from 'mongoose';
import { dossierFeatures } from '../../../subgraphs/agency/matching/dossier-features.ts';
import { travellingTokens } from '../../../subgraphs/agency/matching/travelling-tokens.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { knownToOne, unlinkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { compareIdentifiers } from '../../support/agency/compare-identifiers.ts';
import { compareMeasures } from '../../support/agency/compare-measures.ts';
import { exchangeOperations } from '../../support/agency/exchange-operations.ts';
import { exchangeRequests } from '../../support/agency/exchange-requests.ts';
import { notAskedBy } from '../../support/agency/fields-asked.ts';
import { fillWaiting } from '../../support/agency/fill-waiting.ts';
import { furtherReads } from '../../support/agency/further-reads.ts';
import { endRetention, fillDossiers, manyDossiers } from '../../support/agency/many-dossiers.ts';
import { fillIndicators, indicatorKeys } from '../../support/agency/many-indicators.ts';
import { fillMeasures, measureKeys } from '../../support/agency/many-measures.ts';
import { endedHit, fillExchange } from '../../support/agency/many-messages.ts';
import { fillOperations } from '../../support/agency/many-operations.ts';
import { fillRequests } from '../../support/agency/many-requests.ts';
import { everyRole, type Operation, readOperations } from '../../support/agency/operations.ts';
import { otherParkedId, parkedMessage } from '../../support/agency/parked-message.ts';
import * as work from '../../support/agency/what-an-agency-does.ts';
import { proposedRelease, writeOperations } from '../../support/agency/write-operations.ts';
import { atEndOfFile } from '../../support/end-of-file.ts';
import { openMeasures } from '../../support/hand-made-measures.ts';
import { long } from '../../support/long.ts';
import { testKeys } from '../../support/match-keys.ts';
import { exceptions, faultsOf, unserved } from '../../support/queries/judge.ts';
import { type Executed, harnessName, profileOf, startProfiling } from '../../support/queries/profile.ts';
import { recordExplained } from '../../support/queries/recorded.ts';
import { withCursors } from '../../support/sealed-cursors.ts';
import { type AgencyInProcess, agencyInProcess } from '../../support/world/agency.ts';

/** Watches each store; what it is asked goes on to it. @returns what of them nobody has called */
function watched(stores: Record<string, object>): () => string[] {
  const spies = Object.entries(stores).flatMap(([store, methods]) =>
    Object.keys(methods).map((name) => ({
      name: `${store}.${name}`,
      spy: jest.spyOn(methods as Record<string, () => unknown>, name),
    })),
  );
  atEndOfFile(() => {
    for (const { spy } of spies) spy.mockRestore();
  });
  return () => spies.filter(({ spy }) => spy.mock.calls.length === 0).map(({ name }) => name);
}

const messages = 3_000;
/** Each that is due is settled by itself, which takes longer than all else. */
const requests = long.times(1_000, 3_000);

describe('indexes, with thousands of dossiers', () => {
  let agency: AgencyInProcess;
  let client: mongo.MongoClient;
  let db: mongo.Db;
  let operations: Operation[];
  let executed: Executed[];
  const answers: string[] = [];
  let notCalled: () => string[];

  /** Makes the records of years, and the operations that are tried on them. */
  async function makeReady(): Promise<void> {
    const { models } = agency;
    const ids = await fillDossiers(agency, db);
    await fillExchange(db, ids, messages);
    const all = await models.dossiers.find({}, { _id: 1 }).sort({ _id: 1 }).lean();
    await fillRequests(
      db,
      { read: knownToOne, granted: unlinkedPerson.BELARUS, due: ids[350] ?? '' },
      requests,
    );
    await fillOperations(db, { dossier: knownToOne, of: 'VPLANNED00001' }, requests);
    await fillIndicators(db, messages);
    await fillMeasures(db, knownToOne, messages);
    await fillWaiting(
      db,
      all.map(({ _id }) => _id),
    );
    const [known, unlinked] = await Promise.all(
      [knownToOne, unlinkedPerson.BELARUS].map((id) => models.dossiers.findById(id).lean()),
    );
    const elsewhere = await models.dossiers
      .findOne({
        cases: { $nin: ['BY-2026-000001'] },
        'status.stage': 'SUSPECTED',
        'names.0': { $exists: true },
      })
      .lean();
    if (!known || !unlinked || !elsewhere) throw new Error('the demo has lost a known dossier');
    await models.dossiers.updateOne(
      { _id: knownToOne },
      { $push: { releases: proposedRelease, measures: { $each: openMeasures() } } },
    );
    await models.hits.create(endedHit(unlinked._id));
    const decided = { about: { dossier: knownToOne }, dossier: 'RU-A000000009', decision: 'SAME' };
    await models.inbox.create([
      parkedMessage('concord.link.decided.v1', decided, { number: messages + 1 }),
      parkedMessage('concord.unknown.v1', {}, { id: otherParkedId, number: messages + 2 }),
    ]);
    const tokensOf = (dossier: typeof known) =>
      travellingTokens(
        testKeys,
        dossierFeatures(dossier, () => true),
      );
    operations = [
      ...readOperations(agency.schema, known, tokensOf(known)),
      ...furtherReads(tokensOf(unlinked)),
      ...writeOperations(agency.schema, known, elsewhere),
    ];
  }

  async function carryOut({ document, variables, key, purpose = 'INVESTIGATION', ...officerOf }: Operation) {
    const { roles = everyRole, agency: home = 'BELARUS', subject = 'officer-1' } = officerOf;
    const mandate = { purpose, legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' } as const;
    const officer = { roles, agency: home, subject, ...mandate, ...(key !== undefined && { key }) };
    const own = await withCursors(document, agency.stores.cursorKey, {
      viewer: { agency: home, subject },
      mandate,
    });
    answers.push(JSON.stringify((await agency.run(own, variables, officer)).result));
  }

  /** @returns what was asked of the server by something that is done */
  async function profiled(done: () => Promise<unknown>): Promise<Executed[]> {
    await startProfiling(db);
    await done().finally(() => db.command({ profile: 0 }));
    return profileOf(db);
  }

  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 3, indicatorKeys, measureKeys });
    client = await mongo.MongoClient.connect(agency.uri, { appName: harnessName });
    db = client.db();
    await makeReady();
    const { matchKeys: _, cursorKey: __, ...stores } = agency.stores;
    notCalled = watched(stores);
    executed = await profiled(async () => {
      for (const operation of operations) await carryOut(operation);
      for (const doWork of [
        work.confirmWrites,
        work.followManyThings,
        work.followAbroad,
        work.suspendOfficers,
        exchangeRequests,
        exchangeOperations,
        compareIdentifiers,
        compareMeasures,
        work.relayMessages,
        work.receiveMessages,
        work.applyMessages,
        work.importDossiers,
        work.countSurnames,
      ])
        await doWork(agency);
      await endRetention(db);
      for (const doWork of [work.readParts, work.passTime, work.changeKey, work.restoreChannel])
        await doWork(agency);
    });
    await recordExplained(executed.map(({ shape }) => shape));
    // On a machine that is busy with other tests, all of these records take their time.
  }, 600_000);
  afterAll(async () => {
    await client?.close();
    await agency.stop();
  });

  test('serve every query, without reading a collection, sorting in memory or examining ten times too much', async () => {
    expect(await agency.models.dossiers.estimatedDocumentCount()).toBeGreaterThanOrEqual(manyDossiers - 10);
    expect(unserved(executed)).toEqual([]);
  });

  test('serve all but five kinds of query at most, and those are not served', () => {
    expect(exceptions.length).toBeLessThanOrEqual(5);
    for (const { shapes, fault } of exceptions)
      for (const shape of shapes) {
        const found = executed.filter((query) => query.shape === shape);
        expect([shape, found.flatMap(faultsOf)]).toEqual([shape, expect.arrayContaining([fault])]);
      }
  });

  test('are tried by queries that each find something', () => {
    const finding = new Set(executed.filter(({ returned }) => returned > 0).map(({ shape }) => shape));
    expect(executed.map(({ shape }) => shape).filter((shape) => !finding.has(shape))).toEqual([]);
  });

  test('are tried by operations that are all carried out', () => {
    const failed = /"errors":|"__typename":"(InvalidInput|StaleVersion|UnknownRecord)"/;
    expect(answers.filter((answer) => failed.test(answer))).toEqual([]);
  });

  test('are tried by every read and write that the stores offer', () => {
    expect(notCalled()).toEqual([]);
  });

  test('are tried by reads that go on record, past their model, as it has them: each field, and no other', async () => {
    const { reads } = agency.models;
    const written = await reads.collection.find().sort({ _id: -1 }).limit(300).toArray();
    for (const read of written) await new reads(read).validate();
    // None of these officers gives a reason.
    const fields = new Set(['reason', ...written.flatMap((read) => Object.keys(read))]);
    expect([...fields].sort()).toEqual(Object.keys(reads.schema.paths).sort());
    expect(() => new reads({ ...written[0], forgotten: 'x' })).toThrow('forgotten');
  });

  test('are tried by operations that ask for every field with a resolver', () => {
    expect(notAskedBy(operations, agency.schema)).toEqual([]);
  });

  test('would not be tried by a field that no operation asks for', () => {
    const without = operations.filter(({ document }) => !/\b(recordGroup|articles|group)\b/.test(document));
    expect(notAskedBy(without, agency.schema)).toEqual(
      expect.arrayContaining(['BelarusMutation.recordGroup', 'BelarusQuery.articles', 'BelarusQuery.group']),
    );
  });

  test.each<[string, string[], (of: AgencyInProcess) => Promise<unknown>]>([
    [
      'a field without one',
      ['READS_A_COLLECTION', 'EXAMINES_TOO_MUCH'],
      ({ models }) => models.dossiers.findOne({ 'names.surname': 'x' }),
    ],
    [
      'a count by such a field',
      ['READS_A_COLLECTION', 'EXAMINES_TOO_MUCH'],
      ({ models }) => models.dossiers.countDocuments({ 'names.surname': 'x' }),
    ],
    [
      'an order without one',
      ['SORTS_IN_MEMORY', 'EXAMINES_TOO_MUCH'],
      ({ models }) => models.dossiers.find({ 'releases.to': 'RUSSIA' }).sort({ version: 1 }).limit(1),
    ],
    [
      'a field beside one',
      ['EXAMINES_TOO_MUCH'],
      ({ models }) =>
        models.reads.updateOne({ at: { $gt: new Date(0) }, requestId: 'none' }, { by: 'nobody' }),
    ],
    [
      'a deletion by a field without one',
      ['READS_A_COLLECTION', 'EXAMINES_TOO_MUCH'],
      ({ models }) => models.reads.deleteMany({ requestId: 'none' }),
    ],
    [
      'a lookup from another collection',
      ['EXAMINES_TOO_MUCH'],
      ({ models }) =>
        models.hits.aggregate([
          { $match: { _id: 'H00000000000000000002' } },
          { $lookup: { from: 'reads', localField: 'dossier', foreignField: 'requestId', as: 'reads' } },
          { $project: { reads: 0 } },
        ]),
    ],
  ])('are missed by %s', async (_what, faults, ask) => {
    const [query, ...others] = unserved(await profiled(() => ask(agency)));
    expect([query?.faults, others]).toEqual([faults, []]);
  });
});
