import type { Mutant } from '../../mutants/mutant.ts';

const retention = 'subgraphs/agency/storage/stores/retention-store.ts';
const runRetention = 'subgraphs/agency/jobs/run-retention.ts';

export const erasureMutants: readonly Mutant[] = [
  {
    name: 'names under a key of one’s own',
    edits: [
      {
        file: 'subgraphs/agency/records/formats/text/node-id.ts',
        from: "createHmac('sha256', key)",
        to: "(key && createHash('sha256'))",
      },
      {
        file: 'subgraphs/agency/records/formats/text/node-id.ts',
        from: 'import { createHmac, type KeyObject }',
        to: 'import { createHash, type KeyObject }',
      },
    ],
  },
  {
    name: 'numbers of a day',
    edits: [
      {
        file: 'subgraphs/agency/storage/indicators/daily-budget.ts',
        from: "nodeIdOf('NEIGHBOUR', plain)",
        to: '(nodeIdOf && plain)',
      },
      { file: runRetention, from: 'await store.forgetNumbers(now)', to: 'void now' },
    ],
  },
  {
    name: 'alerts of erased dossiers',
    edits: [
      { file: retention, from: '{ $pull: { dossiers: _id } }', to: '{ $set: { version: 1 } }' },
      { file: runRetention, from: 'await store.eraseAlerts(now)', to: '0' },
    ],
  },
];
