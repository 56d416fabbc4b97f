import { describe, expect, test } from '@jest/globals';
import { loadedPackages, sourcesIn } from '../../support/loaded-packages.ts';

describe('the pure rings of an agency', () => {
  test.each([
    [
      'records',
      [
        '@ensdomains/address-encoder',
        '@noble/curves',
        '@noble/hashes',
        '@scure/base',
        'libphonenumber-js',
        'validator',
        'zod',
      ],
    ],
    ['matching', ['lru-cache', 'zod']],
    ['permissions', ['sift', 'zod']],
  ])('%s loads neither a database’s driver nor graphql', (ring, packages) => {
    expect(loadedPackages(sourcesIn(`subgraphs/agency/${ring}`))).toEqual(packages);
  });

  test('and those above them do', () => {
    const storage = loadedPackages(['subgraphs/agency/storage/models/dossier-model.ts']);
    expect(storage).toEqual(expect.arrayContaining(['mongoose', 'mongodb']));
    expect(loadedPackages(['subgraphs/agency/api/execution/demand-action.ts'])).toContain('graphql');
  });
});
