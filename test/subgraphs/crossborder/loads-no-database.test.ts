import { loadedPackages } from '../../support/loaded-packages.ts';

const driversIn = (packages: readonly string[]) =>
  packages.filter((name) => ['mongoose', 'mongodb'].includes(name));

describe('the gateway’s process', () => {
  test.each(['subgraphs/crossborder/crossborder-schema.ts', 'gateway/federation/create-federation.ts'])(
    'loads no database with %s',
    (file) => {
      expect(driversIn(loadedPackages([file]))).toEqual([]);
    },
  );

  test('and an agency’s does', () => {
    const packages = loadedPackages(['subgraphs/agency/storage/models/dossier-model.ts']);
    expect(driversIn(packages)).toEqual(['mongodb', 'mongoose']);
  });
});
