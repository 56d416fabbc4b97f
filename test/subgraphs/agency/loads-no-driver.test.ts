import { loadedPackages, sourcesIn } from '../../support/loaded-packages.ts';

/** Packages that the formats of values need: phones, addresses of wallets, check digits. */
const formats = [
  '@ensdomains/address-encoder',
  '@noble/curves',
  '@noble/hashes',
  '@scure/base',
  'libphonenumber-js',
  'validator',
];

describe('the pure rings of an agency', () => {
  test.each([
    ['records', [...formats, 'zod']],
    ['matching', [...formats, 'libsodium-sumo', 'libsodium-wrappers-sumo', 'lru-cache', 'zod'].sort()],
    ['permissions', ['sift', 'validator', 'zod']],
  ])('%s loads neither a database’s driver nor graphql', (ring, packages) => {
    expect(loadedPackages(sourcesIn(`subgraphs/agency/${ring}`))).toEqual(packages);
  });

  test('channel, which sends and receives, loads no driver either', () => {
    const loaded = loadedPackages(sourcesIn('subgraphs/agency/channel'));
    expect(loaded).toEqual(expect.arrayContaining(['cloudevents', 'jose']));
    expect(loaded.filter((name) => ['mongoose', 'mongodb'].includes(name))).toEqual([]);
  });

  test('and those above them do', () => {
    const [storage, api] = [
      'subgraphs/agency/storage/models/dossier-model.ts',
      'subgraphs/agency/api/agency-schema.ts',
    ];
    expect(loadedPackages([storage, api])).toEqual(
      expect.arrayContaining(['mongoose', 'mongodb', 'graphql']),
    );
  });
});
