import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loaderOf } from '../support/end-to-end/bundle/loader-of.ts';
import { ended, launch } from '../support/end-to-end/processes.ts';
import { newDirectory, removeDirectory } from '../support/end-to-end/stack.ts';
import { codesIn, tableUnder } from '../support/tables.ts';

const directory = newDirectory();
afterAll(() => removeDirectory(directory));
const recorder = pathToFileURL(join(import.meta.dirname, '../support/end-to-end/record-settings.mjs')).href;

/** Settings that `npm start` gives to the gateway, and production refuses. */
const ofDevelopment = ['PLAYGROUND_DEMO_IDS', '<AGENCY>_DEVELOPMENT_KEY'];

const general = (name: string) => name.replace(/^(?:BELARUS|RUSSIA)_/, '<AGENCY>_');
const unique = (names: readonly string[]) => [...new Set(names)].sort();

/** The names of the settings that a process reads which was started without any but its way to make officers known abroad. */
async function readBy(file: string, way: 'attestation' | 'exchange'): Promise<string[]> {
  const read = join(directory, `${file.replaceAll('/', '-')}-${way}`);
  const command = [process.execPath, '--import', recorder, ...loaderOf(file), file];
  const { code } = await ended(
    launch(command, { SETTINGS_READ: read, BELARUS_ABROAD: way, RUSSIA_ABROAD: way }),
  );
  expect(code).toBe(1);
  return readFileSync(read, 'utf8').split('\n').map(general);
}

const listedUnder = (heading: string) =>
  tableUnder('docs/reference.md', heading).flatMap(([names = '']) => codesIn(names));

describe('the settings that docs/reference.md lists', () => {
  test.each([
    ['Gateway', 'gateway/start.ts'],
    ['Subgraph', 'subgraphs/belarus/start.ts'],
    ['Attestor', 'subgraphs/russia/attestor.ts'],
    ['crossborder alone', 'subgraphs/crossborder/start.ts'],
  ])('of the %s are those that %s reads', async (heading, file) => {
    const read = [...(await readBy(file, 'attestation')), ...(await readBy(file, 'exchange'))];
    const listed = [...listedUnder('Every process'), ...listedUnder(heading)];
    expect(unique(read.filter((name) => !ofDevelopment.includes(name)))).toEqual(unique(listed));
  });
});
