import { exportedCollections, leftOutCollections } from '../../../commands/backup/collections.ts';

/** Stated by hand: what is missing here or there is lost by a restore. */
const inOrder = [
  ...[
    'history',
    'dossiers',
    'waiting',
    'decisions',
    'measures',
    'groups',
    'hits',
    'reads',
    'budgets',
    'officerDays',
  ],
  ...[
    'comparisons',
    'surnames',
    'notices',
    'suspensions',
    'requests',
    'deputies',
    'operations',
    'alerts',
    'sightings',
  ],
  ...[
    'widelyShared',
    'indicators',
    'toldIndicators',
    'indicatorRounds',
    'indicatorAnswers',
    'indicatorEpochs',
  ],
  ...[
    'firstLoads',
    'indicatorDays',
    'comparedMeasures',
    'measureTokens',
    'toldMeasureTokens',
    'measureRounds',
  ],
  ...['measureAnswers', 'measureChecks', 'measureEpochs', 'measureDays'],
  ...['departures', 'outbox', 'inbox', 'refused', 'peers', 'migrations'],
];

describe('the collections of a backup', () => {
  test('are all, histories before their records, dossiers before their groups, and the migrations last', () => {
    expect(exportedCollections).toEqual(inOrder);
  });

  test('leave out only what belongs to running processes', () => {
    expect(leftOutCollections).toEqual(['leases']);
  });
});
