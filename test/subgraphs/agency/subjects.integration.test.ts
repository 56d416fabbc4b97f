import mongoose from 'mongoose';
import { agencyModels } from '../../../subgraphs/agency/storage/database/agency-models.ts';
import {
  agencyEffects,
  type EffectParts,
  erasersOf,
  messagePlaces,
  restatements,
} from '../../../subgraphs/agency/subjects.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';

/** Models that are asked nothing: what an agency does with each kind of records stands without a database. */
const models = agencyModels(mongoose.createConnection());
const parts = { models } as EffectParts;

const ofDossiers = [
  'concord.link.decided.v1',
  'concord.release.granted.v1',
  'concord.release.recalled.v1',
  'concord.release.expired.v1',
  'concord.dossier.withdrawn.v1',
];
const ofOfficers = ['concord.officer.suspended.v2', 'concord.officer.reinstated.v1'];
const ofRequests = [
  'concord.request.sent.v1',
  'concord.request.received.v1',
  'concord.request.questioned.v1',
  'concord.request.clarified.v1',
  'concord.request.extended.v1',
  'concord.request.withdrawn.v1',
  'concord.request.ended.v1',
];
const ofAlerts = [
  'concord.indicator.blinded.v1',
  'concord.indicator.evaluated.v1',
  'concord.indicator.token.v1',
  'concord.indicator.withdrawn.v1',
  'concord.indicator.run.v1',
  'concord.indicator.load.v1',
  'concord.indicator.raise.v1',
  'concord.indicator.raised.v1',
  'concord.alert.ended.v1',
];
const ofMeasures = [
  'concord.measure.round.v1',
  'concord.measure.evaluated.v1',
  'concord.measure.settled.v1',
  'concord.measure.series.v1',
  'concord.measure.restated.v1',
];

test('another agency’s messages of these types have an effect; those of alerts and of measures where the agency compares them', () => {
  const known = [...ofDossiers, ...ofOfficers, ...ofRequests, 'concord.operation.told.v1'];
  expect([...agencyEffects(parts).keys()].sort()).toEqual(known.sort());
  const comparing = agencyEffects({ ...parts, comparing: {} as never });
  expect([...comparing.keys()].sort()).toEqual([...known, ...ofAlerts].sort());
  const measuring = agencyEffects({ ...parts, measuring: {} as never });
  expect([...measuring.keys()].sort()).toEqual([...known, ...ofMeasures].sort());
});

test('messages wait in these collections, after these changes of them', () => {
  const { pending, events } = messagePlaces(models);
  expect(pending).toHaveLength(11);
  expect(events.map((event) => [event['ns.coll'], event.operationType?.$in ?? event.operationType])).toEqual([
    ['dossiers', 'update'],
    ['dossiers', 'delete'],
    ['departures', ['insert', 'update', 'replace']],
    ['alerts', ['update']],
    ['indicatorRounds', ['insert']],
    ['indicatorAnswers', ['insert']],
    ['measureChecks', ['update']],
    ['measureRounds', ['insert']],
    ['measureAnswers', ['insert']],
    ['suspensions', ['insert', 'update']],
    ['requests', ['update']],
    ['operations', ['insert', 'update']],
  ]);
});

test('an agency that has lost a database is told releases, links, measures, suspensions, requests and operations anew', () => {
  expect(restatements(models, 'BELARUS')).toHaveLength(6);
});

test('a run erases what ends by its own term, and messages last, which tell of the others', () => {
  expect(Object.keys(erasersOf(models, belarus.retention))).toEqual([
    'readsErased',
    'historyErased',
    'hitsErased',
    'alertsErased',
    'measureChecksErased',
    'noticesErased',
    'suspensionsErased',
    'requestsErased',
    'operationsErased',
    'messagesErased',
  ]);
});
