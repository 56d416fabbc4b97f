import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { knownToOne, linkedPerson } from '../../../scripts/demo-data/demo-ids.ts';
import { dossierFeatures } from '../../../subgraphs/agency/matching/dossier-features.ts';
import { rekey } from '../../../subgraphs/agency/matching/rekeying/run.ts';
import { rekeyingStore } from '../../../subgraphs/agency/matching/rekeying/store.ts';
import { travellingTokens } from '../../../subgraphs/agency/matching/tokens.ts';
import { runRetention } from '../../../subgraphs/agency/retention/run.ts';
import { retentionStore } from '../../../subgraphs/agency/retention/store.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { type Command, type SeededAgency, seededAgency } from '../../support/agency.ts';
import { isCovered, lookupsOf } from '../../support/index-coverage.ts';
import { keysOf, testKeys, testMatch } from '../../support/match-keys.ts';
import { notAskedBy } from './support/fields-asked.ts';
import {
  everyRole,
  type Operation,
  proposedRelease,
  readOperations,
  writeOperations,
} from './support/operations.ts';
import { otherParkedId, parkedMessage } from './support/parked-message.ts';

/** Watches each store; what it is asked goes on to it. @returns what of them nobody has called */
function watched(stores: Record<string, object>): () => string[] {
  const spies = Object.entries(stores).flatMap(([store, methods]) =>
    Object.keys(methods).map((name) => ({
      name: `${store}.${name}`,
      spy: jest.spyOn(methods as Record<string, () => unknown>, name),
    })),
  );
  return () => spies.filter(({ spy }) => spy.mock.calls.length === 0).map(({ name }) => name);
}

describe('indexes', () => {
  let agency: SeededAgency;
  let operations: Operation[];
  const answers: string[] = [];
  const commands: Command[] = [];
  let notCalled: () => string[];
  beforeAll(async () => {
    agency = await seededAgency(belarus, 20);
    const known = agency.records.BELARUS.dossiers.find(({ _id }) => _id === knownToOne);
    if (!known) throw new Error('the demo has lost a known dossier');
    await agency.models.dossiers.updateOne({ _id: knownToOne }, { $push: { releases: proposedRelease } });
    const decided = { about: { dossier: knownToOne }, dossier: 'RU-A000000009', decision: 'SAME' };
    const other = parkedMessage('concord.unknown.v1', {}, { id: otherParkedId, number: 2 });
    await agency.models.inbox.create([parkedMessage('concord.link.decided.v1', decided), other]);
    const matchTokens = travellingTokens(
      testKeys,
      dossierFeatures(known, () => true),
    );
    operations = [...readOperations(agency.schema, matchTokens), ...writeOperations(agency.schema, known)];
    const { matchKeys: _, ...stores } = agency.stores;
    notCalled = watched(stores);
    for (const { document, variables, key, ...officerOf } of operations) {
      const { roles = everyRole, agency: home = 'BELARUS', subject = 'officer-1' } = officerOf;
      const officer = { roles, agency: home, subject, ...(key !== undefined && { key }) };
      const { result, finds } = await agency.run(document, variables, officer);
      answers.push(JSON.stringify(result));
      commands.push(...finds);
    }
  });
  afterAll(() => agency.stop());

  const declaredIn = (collection: string): string[][] => {
    const model = Object.values(agency.models).find((each) => each.collection.name === collection);
    return [['_id'], ...(model?.schema.indexes().map(([fields]) => Object.keys(fields)) ?? [])];
  };
  const uncovered = (sent: readonly Command[]) =>
    sent.flatMap(lookupsOf).filter((lookup) => !isCovered(lookup, declaredIn(lookup.collection)));

  test('cover whatever an operation looks up', () => {
    expect(uncovered(commands)).toEqual([]);
    const kinds = commands.flatMap(lookupsOf).map(({ command }) => command);
    expect(kinds).toEqual(expect.arrayContaining(['find', 'update']));
  });

  test('are tried by operations that are all carried out', () => {
    const failed = /"errors":|"__typename":"(InvalidInput|StaleVersion|UnknownRecord)"/;
    expect(answers.filter((answer) => failed.test(answer))).toEqual([]);
  });

  test('are tried by every read and write that the stores offer', () => {
    expect(notCalled()).toEqual([]);
  });

  test('are tried by operations that ask for every field with a resolver', () => {
    expect(notAskedBy(operations, agency.schema)).toEqual([]);
  });

  test('would not be tried by a field that no operation asks for', () => {
    const without = operations.filter(({ document }) => !/\b(recordGroup|articles)\b/.test(document));
    expect(notAskedBy(without, agency.schema)).toEqual(
      expect.arrayContaining(['BelarusMutation.recordGroup', 'BelarusQuery.articles', 'BelarusQuery.group']),
    );
  });

  test('cover whatever the retention run looks up', async () => {
    const { dossiers, groups } = agency.models;
    const due = new Date('2020-01-01');
    const offences = (await dossiers.findById(linkedPerson.BELARUS).lean())?.offences ?? [];
    const ended = offences.map((each) => ({ ...each, provenance: { ...each.provenance, retainUntil: due } }));
    await dossiers.updateMany({}, { $set: { nextErasure: due } });
    await dossiers.updateOne({ _id: knownToOne }, { $set: { 'names.0.provenance.retainUntil': due } });
    await dossiers.updateOne({ _id: linkedPerson.BELARUS }, { $set: { offences: ended } });
    await groups.updateMany({}, { $set: { nextErasure: due } });
    const store = retentionStore(agency.models, belarus.retention, testMatch);
    const notCalledByRun = watched({ retention: store });
    const { result, commands: sent } = await agency.observed(() => runRetention(store, new Date()));
    expect(result).toMatchObject({ dossiersReduced: 1, dossiersErased: 1, failed: 0 });
    expect(result.groupsErased).toBeGreaterThan(0);
    expect(result.groupsHeld).toBeGreaterThan(0);
    expect(notCalledByRun()).toEqual([]);
    expect(uncovered(sent)).toEqual([]);
  });

  test('cover whatever the re-key run looks up', async () => {
    const store = rekeyingStore(agency.models.dossiers);
    const notCalledByRun = watched({ rekeying: store });
    const { result, commands: sent } = await agency.observed(() => rekey(store, keysOf('another', 'test')));
    expect(result.rekeyed).toBeGreaterThan(0);
    expect(notCalledByRun()).toEqual([]);
    expect(uncovered(sent)).toEqual([]);
  });

  test.each<[string, Command]>([
    ['a field without one', { find: 'dossiers', filter: { 'names.surname': 'x' } }],
    ['a field beside one', { find: 'dossiers', filter: { 'instruments.node': 'N0', version: 1 } }],
    ['a pattern', { find: 'dossiers', filter: { recordedWith: /^a/ } }],
    ['what a value is not', { find: 'dossiers', filter: { recordedWith: { $ne: 'a' } } }],
    ['one of two', { find: 'dossiers', filter: { $or: [{ _id: 'BY-0' }, { version: 1 }] } }],
    ['an order without one', { find: 'dossiers', filter: { nextErasure: { $lt: 1 } }, sort: { _id: 1 } }],
    ['nothing at all', { find: 'dossiers', filter: {}, sort: { version: 1 } }],
    ['a count', { aggregate: 'dossiers', pipeline: [{ $match: { version: 1 } }, { $group: { _id: 1 } }] }],
    ['a change', { update: 'dossiers', updates: [{ q: { _id: 'BY-0' } }, { q: { version: 1 } }] }],
    ['a deletion', { delete: 'dossiers', deletes: [{ q: { version: 1 } }] }],
  ])('do not cover %s', (_what, command) => {
    expect(uncovered([command])).toHaveLength(1);
  });

  test('are missed where a query is sent that none serves', async () => {
    const { dossiers } = agency.models;
    const { commands: sent } = await agency.observed(() => dossiers.countDocuments({ 'names.surname': 'x' }));
    expect(uncovered(sent).map(({ filter }) => filter)).toEqual([{ 'names.surname': 'x' }]);
  });

  test('are in the database as the models declare them', async () => {
    for (const model of Object.values(agency.models)) {
      const found = (await model.collection.indexes()).map(({ name }) => name).sort();
      const declared = model.schema.indexes().map(([, options]) => String(options.name));
      expect(found).toEqual(['_id_', ...declared].sort());
    }
  });
});
