import { databaseBehindProxy } from '../../support/end-to-end/database-proxy.ts';
import { ownStack } from '../../support/end-to-end/own-stack.ts';
import { newSettings } from '../../support/end-to-end/stack.ts';
import { agencyKilledSuite } from './agency-killed-suite.ts';
import { candidatesSuite } from './candidates-suite.ts';
import { databaseGoneSuite } from './database-gone-suite.ts';
import { metricsSuite } from './metrics-suite.ts';

// Suites that take Russia's database away from one stack, one after the other: to start one takes longer than most of them. The last one
// kills what it does not bring back.
const database = await databaseBehindProxy('russia');
const settings = await newSettings();
const budget = 30;
const stack = ownStack({
  ...settings,
  RUSSIA_MONGODB_URI: database.uri,
  RUSSIA_BUDGET_OFFICER_SEARCHES: String(budget),
  // Longer than a test may take: what is answered here is answered since a connection broke.
  SUBGRAPH_DEADLINE_MS: '120000',
});
const { GATEWAY_PORT, BELARUS_PORT, RUSSIA_PORT } = settings;
const ports = [GATEWAY_PORT, BELARUS_PORT, RUSSIA_PORT, new URL(database.uri).port];

describe('metrics', () => metricsSuite(stack, database));
describe('candidates', () => candidatesSuite(stack, budget));
describe('a database', () => databaseGoneSuite(stack, database, ports));
describe('a process', () => agencyKilledSuite(stack, database, ports));
