import { loadedPackages } from '../../support/loaded-packages.ts';

/** Asks the machine's cloud what it runs on, and reports to its maker every hour. */
const reporting = '@apollo/gateway';

test('the federation reports to nobody: it does not load the gateway that would', () => {
  const loaded = loadedPackages(['gateway/federation/create-federation.ts']);
  expect(loaded).toContain('@apollo/query-planner');
  expect(loaded).not.toContain(reporting);
});
