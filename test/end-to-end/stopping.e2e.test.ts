import { agencyProxy } from '../support/end-to-end/agency-proxy.ts';
import { callersOf, request } from '../support/end-to-end/callers.ts';
import { linked, type Profile, profile } from '../support/end-to-end/demo.ts';
import { type Launched, launch, launchScript, leftOf, processesOf } from '../support/end-to-end/processes.ts';
import { copySeededData } from '../support/end-to-end/seeded-data.ts';
import {
  addressOf,
  newSettings,
  removeDirectory,
  runningLine,
  startScript,
} from '../support/end-to-end/stack.ts';
import { until } from '../support/end-to-end/until.ts';
import { long } from '../support/long.ts';

// One data directory for the whole file: each stack is started on what the one before has left.
const ownSettings = await newSettings();
const address = addressOf(ownSettings);
const russia = await agencyProxy(address.russia);
const settings = { ...ownSettings, RUSSIA_URL: russia.url };
const investigator = callersOf(address).as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

let stack: Launched;

async function start(command: () => Launched = () => launchScript(startScript, settings)): Promise<void> {
  stack = command();
  await stack.says(runningLine);
}

afterAll(async () => {
  stack.signal('SIGKILL');
  await leftOf(address.dataDirectory);
  removeDirectory(address.dataDirectory);
});

const ask = () => investigator.query<Profile>(profile, { id: linked.belarus });

/** Whether the gateway takes no more requests. */
const isClosed = () =>
  request(`${address.gateway}/health/live`).then(
    ({ status }) => status === 503,
    () => true,
  );

/** What the first stack answered, and every later one must. */
let first: unknown;

describe('a stack', () => {
  test('that is told to end by SIGTERM answers what is in flight, and leaves no process', async () => {
    copySeededData(address.dataDirectory);
    await start(() => launch(['npm', 'start'], settings));
    first = (await ask()).body;
    expect(first).toMatchObject({ data: { suspect: { russia: { id: linked.russia } } } });
    const held = russia.hold();
    const asked = ask();
    await held.reached();
    stack.signal('SIGTERM');
    await until(isClosed, 10_000);
    held.release();
    const { status, body } = await asked;
    expect({ status, body }).toEqual({ status: 200, body: first });
    expect(await stack.exited).toBe(0);
    expect(await leftOf(address.dataDirectory)).toEqual([]);
    expect(stack.errors()).toBe('');
  });

  long.test('that is told to end while it starts leaves no process', async () => {
    stack = launchScript(startScript, settings);
    const hasDatabases = async () => (await processesOf(address.dataDirectory)).length > 3;
    await until(hasDatabases, 60_000, stack.errors);
    stack.signal('SIGTERM');
    await stack.exited;
    expect(await leftOf(address.dataDirectory)).toEqual([]);
    expect(stack.output()).not.toContain(runningLine);
  });

  test('that is started again has the same data, and writes no demo data into it', async () => {
    await start();
    expect(stack.output()).not.toContain('it was empty');
    expect((await ask()).body).toEqual(first);
  });

  test('that is killed leaves no process', async () => {
    expect((await processesOf(address.dataDirectory)).length).toBeGreaterThan(5);
    stack.signal('SIGKILL');
    expect(await stack.exited).toBe('SIGKILL');
    expect(await leftOf(address.dataDirectory)).toEqual([]);
  });

  test('that was killed has left its data to the next one', async () => {
    await start();
    expect(stack.output()).not.toContain('it was empty');
    expect((await ask()).body).toEqual(first);
  });

  test('that is told to end twice, as Ctrl-C under npm does it, ends once and in order', async () => {
    stack.signal('SIGINT');
    stack.signal('SIGINT');
    expect(await stack.exited).toBe(0);
    expect(await leftOf(address.dataDirectory)).toEqual([]);
    expect(stack.errors()).toBe('');
  });
});
