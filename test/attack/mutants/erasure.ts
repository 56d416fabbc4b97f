import type { Mutant } from '../../mutants/mutant.ts';

const dossiers = 'subgraphs/agency/storage/retention/dossier-retention.ts';
const alerts = 'subgraphs/agency/subjects.ts';
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
      { file: dossiers, from: '{ $pull: { dossiers: _id } }', to: '{ $set: { version: 1 } }' },
      {
        file: alerts,
        from: 'eraseAlerts(models, messagesYears, now)',
        to: 'Promise.resolve(0 * now.getTime())',
      },
    ],
  },
];
