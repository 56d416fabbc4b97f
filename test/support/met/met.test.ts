import { everythingToMeet } from './expected.ts';
import { endNoting, endToEndFiles, startNoting } from './met.ts';
import { directoryVariable, type Kind, noteMet } from './note.ts';

const files = ['/test/a.e2e.test.ts', '/test/b.e2e.test.ts'];
const everything = Object.entries(everythingToMeet()) as [Kind, string[]][];

/** Notes all that a whole run meets, but for one. */
function meet(ran: readonly string[], without?: string): void {
  for (const file of ran) noteMet('file', file);
  for (const [kind, names] of everything) for (const name of names) if (name !== without) noteMet(kind, name);
}

describe('a run of end-to-end tests', () => {
  const before = process.env[directoryVariable];
  beforeEach(() => startNoting());
  afterEach(() => {
    if (before === undefined) delete process.env[directoryVariable];
    else process.env[directoryVariable] = before;
  });

  test('passes when it has met everything', async () => {
    meet(files);
    await expect(endNoting(files)).resolves.toBeUndefined();
  });

  test.each([
    ['a code', 'IDEMPOTENCY_KEY_REUSED', 'code IDEMPOTENCY_KEY_REUSED'],
    ['an officer', 'PARTNER of RUSSIA', 'officer PARTNER of RUSSIA'],
    ['an outcome', 'StaleVersion', 'outcome StaleVersion'],
  ])('fails when it has not met %s, and names it', async (_what, name, told) => {
    meet(files, name);
    await expect(endNoting(files)).rejects.toThrow(new RegExp(`:\n {2}${told}$`));
  });

  test('passes without it when some files did not run, or some of their tests', async () => {
    meet(files.slice(1), 'FORBIDDEN');
    await expect(endNoting(files)).resolves.toBeUndefined();
    await startNoting();
    meet(files, 'FORBIDDEN');
    await expect(endNoting(undefined)).resolves.toBeUndefined();
  });
});

test('a whole run is of every end-to-end test', async () => {
  const root = new URL('../../..', import.meta.url).pathname;
  const found = await endToEndFiles(root);
  expect(found.map((file) => file.slice(root.length))).toEqual(
    expect.arrayContaining(['test/end-to-end/actions.e2e.test.ts', 'test/sdk/gateway.e2e.test.ts']),
  );
  expect(found.filter((file) => !file.endsWith('.e2e.test.ts'))).toEqual([]);
});
