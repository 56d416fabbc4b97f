import { agencyNames, subgraphOf } from '../../../terms/agencies.ts';

/** The files that production starts: a process for each of the first, and a command for each of the others. */
export const productionFiles: readonly string[] = [
  'gateway/start.ts',
  'subgraphs/crossborder/start.ts',
  ...agencyNames.flatMap((agency) =>
    ['start', 'attestor'].map((part) => `subgraphs/${subgraphOf(agency)}/${part}.ts`),
  ),
  'commands/attestation-key.ts',
  'commands/channel-key.ts',
  'commands/channel-resync.ts',
  'commands/channel-verify.ts',
  'commands/export.ts',
  'commands/gateway-key.ts',
  'commands/import.ts',
  'commands/indicator-key.ts',
  'commands/match-key.ts',
  'commands/node-key.ts',
  'commands/rekey.ts',
  'commands/restore.ts',
  'commands/retention.ts',
];

/** The files that a developer starts besides, of which `npm start` is one. */
export const developmentFiles: readonly string[] = [
  'workshop/embedded-mongodb/run.ts',
  'workshop/scripts/lend-stack.ts',
  'workshop/scripts/seed.ts',
  'workshop/scripts/start.ts',
  'workshop/scripts/token.ts',
];

/**
 * The first files of threads, by the file that starts them from the sources. That one has TypeScript loaded, which nothing that was
 * built needs.
 */
export const threadFiles: Readonly<Record<string, string>> = {
  'gateway/federation/plans/plan-thread.mjs': 'gateway/federation/plans/plan-worker.ts',
  'subgraphs/agency/matching/two-key/curve-thread.mjs': 'subgraphs/agency/matching/two-key/curve-worker.ts',
};
