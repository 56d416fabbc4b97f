import { readFileSync } from 'node:fs';
import { minVersion, satisfies } from 'semver';

interface Package {
  version?: string;
  engines?: { node?: string };
  optional?: boolean;
  hasInstallScript?: boolean;
}

const file = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
const { engines, allowScripts } = file('package.json');
const packages: Record<string, Package> = file('package-lock.json').packages;
const oldest = minVersion(engines.node)?.version ?? '';

/** The packages that complain of this version of Node when they are installed. */
const refusing = (node: string) =>
  Object.entries(packages)
    .filter(([, { engines, optional }]) => engines?.node && !optional && !satisfies(node, engines.node))
    .map(([path, { version, engines }]) => `${path}@${version} wants Node ${engines?.node}`);

describe('npm ci', () => {
  test('has nothing to complain of on the oldest Node that the project is for', () => {
    expect(oldest).toBe('20.19.0');
    expect(refusing(oldest)).toEqual([]);
  });

  test('would complain of an older one', () => {
    expect(refusing('20.18.0')).not.toEqual([]);
  });

  test('is told of each package with a script of its own that the script is not needed', () => {
    const scripted = Object.entries(packages)
      .filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
      .filter((name) => name !== '');
    const [reviewed, found] = [new Set(Object.keys(allowScripts)), new Set(scripted)];
    expect([...found].sort()).toEqual([...reviewed].sort());
  });
});
