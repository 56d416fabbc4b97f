import { loadedPackages } from '../../support/loaded-packages.ts';
import { long } from '../../support/long.ts';

const driversIn = (packages: readonly string[]) =>
  packages.filter((name) => ['mongoose', 'mongodb'].includes(name));

describe('the gateway’s process', () => {
  test('loads no database with its federation and the subgraph between the agencies', () => {
    const files = ['subgraphs/crossborder/crossborder-schema.ts', 'gateway/federation/create-federation.ts'];
    expect(driversIn(loadedPackages(files))).toEqual([]);
  });

  // That drivers would be told is shown for an agency in every run.
  long.test('and an agency’s does', () => {
    const packages = loadedPackages(['subgraphs/agency/storage/models/dossier-model.ts']);
    expect(driversIn(packages)).toEqual(['mongodb', 'mongoose']);
  });
});
