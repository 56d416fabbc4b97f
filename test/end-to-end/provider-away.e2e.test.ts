import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { loaderOf } from '../support/end-to-end/bundle/loader-of.ts';
import { callersOf, request } from '../support/end-to-end/callers.ts';
import { linked, type Profile, profile } from '../support/end-to-end/demo.ts';
import { metricsOf } from '../support/end-to-end/metrics.ts';
import { type Launched, launch, leftOf, processesOf } from '../support/end-to-end/processes.ts';
import { copySeededData } from '../support/end-to-end/seeded-data.ts';
import {
  addressOf,
  freePort,
  newSettings,
  removeDirectory,
  runningLine,
  startScript,
} from '../support/end-to-end/stack.ts';
import { claimsOf, keyOf, seconds, signed } from '../support/end-to-end/tokens.ts';
import { until } from '../support/end-to-end/until.ts';
import { long } from '../support/long.ts';

const port = await freePort();
const clock = 'test/support/end-to-end/advancing-clock.ts';
const settings = { ...(await newSettings()), BELARUS_JWKS: `http://127.0.0.1:${port}/jwks` };
const stack = addressOf(settings);
const processes = [
  stack.gateway,
  stack.belarus,
  stack.russia,
  `http://localhost:${settings.BELARUS_ATTESTOR_PORT}`,
  `http://localhost:${settings.RUSSIA_ATTESTOR_PORT}`,
];

/** The identity provider of Belarus, with the keys that its tokens of this stack are signed with. */
let provider: Server | undefined;
async function providerUp(): Promise<void> {
  const keys = join(settings.DATA_DIR, 'keys', 'belarus-issuer.jwks.json');
  const server = createServer((_request, response) => response.end(readFileSync(keys)));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  provider = server;
}
function providerDown(): void {
  provider?.close();
  provider?.closeAllConnections();
}

let running: Launched;
const started: Launched[] = [];
const start = () => {
  running = launch([process.execPath, ...loaderOf(startScript, clock), startScript], settings);
};
beforeAll(async () => {
  copySeededData(settings.DATA_DIR);
  await providerUp();
  start();
  await running.says(runningLine);
});
afterAll(async () => {
  for (const each of started) each.signal('SIGKILL');
  await Promise.all(started.map(({ exited }) => exited));
  running.signal('SIGTERM');
  await running.exited;
  await leftOf(settings.DATA_DIR);
  removeDirectory(settings.DATA_DIR);
  providerDown();
});

/** Waits until so many of the processes that were launched as one have taken their clocks on. */
const areLater = (launched: Launched, processCount: number) =>
  until(
    () => `${launched.output()}${launched.errors()}`.split('twenty minutes later').length > processCount,
    10_000,
  );

let officers = 0;
/** As another officer each time, since a verified token is believed for a while. */
const ask = async (agency: 'belarus' | 'russia', gateway = stack.gateway) => {
  const claims = claimsOf(agency, 'investigator', {
    sub: `officer-${officers++}`,
    exp: seconds() + 8 * 3_600,
  });
  const token = signed(keyOf(stack, `${agency}-issuer`), claims);
  const mandate = `${agency === 'belarus' ? 'BY' : 'RU'}-2026-000001`;
  return callersOf({ ...stack, gateway })
    .holding(token)
    .for('INVESTIGATION', mandate)
    .query<Profile>(profile, { id: linked.belarus });
};
const ready = (url: string) => request(`${url}/health/ready`);
const whole = { suspect: { belarus: { id: linked.belarus }, russia: { id: linked.russia } } };

test('officers go on asking while their identity provider is away, long past the age of ten minutes', async () => {
  expect((await ask('belarus')).body).toMatchObject({ data: whole });
  providerDown();
  const listed = await processesOf(settings.DATA_DIR);
  const ours = listed.filter(({ command }) => /(gateway|belarus|russia)\/(start|attestor)\.ts/.test(command));
  expect(ours).toHaveLength(5);
  for (const { pid } of ours) process.kill(pid, 'SIGUSR2');
  await areLater(running, ours.length);
  const { status, body } = await ask('belarus');
  expect({ status, body }).toMatchObject({ status: 200, body: { data: whole } });
  expect(body.errors).toBeUndefined();
  for (const url of processes) expect((await ready(url)).status).toBe(200);
});

/** With what a process of the stack was started. */
async function settingsOf(part: string): Promise<{ pid: number; environment: NodeJS.ProcessEnv }> {
  const listed = await processesOf(settings.DATA_DIR);
  const found = listed.find(({ command }) => command.includes(part));
  if (!found) throw new Error(`there is no process of ${part}`);
  const lines = readFileSync(`/proc/${found.pid}/environ`, 'utf8').split('\0');
  const environment = Object.fromEntries(
    lines.flatMap((line) => {
      const [name = '', ...rest] = line.split('=');
      return name === '' ? [] : [[name, rest.join('=')]];
    }),
  );
  return { pid: found.pid, environment };
}

/** Kills a process of the stack, and starts it again without the provider. */
async function again(part: string, url: string): Promise<void> {
  const { pid, environment } = await settingsOf(part);
  process.kill(pid, 'SIGKILL');
  const isGone = () =>
    request(`${url}/health/live`).then(
      () => false,
      () => true,
    );
  await until(isGone, 10_000);
  const launched = launch([process.execPath, ...loaderOf(part, clock), part], environment);
  started.push(launched);
  await launched.says('listening');
  // To the time of the others.
  launched.signal('SIGUSR2');
  await areLater(launched, 1);
}

test('a gateway that starts meanwhile knows none of its officers, and says whose provider is away', async () => {
  const { environment } = await settingsOf('gateway/start.ts');
  const gatewayPort = await freePort();
  const command = [process.execPath, ...loaderOf('gateway/start.ts', clock), 'gateway/start.ts'];
  const another = launch(command, { ...environment, GATEWAY_PORT: String(gatewayPort) });
  try {
    await another.says('listening');
    // To the time of the subgraphs.
    another.signal('SIGUSR2');
    await areLater(another, 1);
    const gateway = `http://localhost:${gatewayPort}`;
    const { status, body } = await ask('belarus', gateway);
    expect({ status, body }).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: 'UNAVAILABLE', agency: 'BELARUS' } }] },
    });
    expect((await ask('russia', gateway)).body).toMatchObject({ data: { suspect: whole.suspect } });
  } finally {
    another.signal('SIGTERM');
    await another.exited;
  }
});

test('the other agency’s subgraph that starts meanwhile is ready: it knows the officers by their agency’s word', async () => {
  await again('subgraphs/russia/start.ts', stack.russia);
  expect((await ready(stack.russia)).status).toBe(200);
  expect((await ask('belarus')).body).toMatchObject({ data: whole });
});

test('a subgraph that starts meanwhile is not ready, names the provider, and the caller is told whose it is', async () => {
  await again('subgraphs/belarus/start.ts', stack.belarus);
  const { status, text } = await ready(stack.belarus);
  expect({ status, body: JSON.parse(text) }).toEqual({
    status: 503,
    body: { status: 'not ready', missing: ['keys of the identity provider of BELARUS'] },
  });
  const { body } = await ask('belarus');
  expect(body.data?.suspect?.russia?.id).toBe(linked.russia);
  expect(body).toMatchObject({
    data: { suspect: { belarus: null } },
    errors: [
      {
        message: expect.stringContaining('The identity provider of BELARUS does not answer'),
        extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' },
      },
    ],
  });
  // Officers of the other agency are known there as ever.
  expect((await ask('russia')).body).toMatchObject({
    data: { suspect: { belarus: { id: linked.belarus } } },
  });
  expect((await request(metricsOf(stack.belarus))).text).toMatch(
    /^concord_jwks_failures_total\{issuer="BELARUS"\} [1-9]/m,
  );
});

long.test(
  'an attestor that starts meanwhile makes nobody known, and says whose provider is away',
  async () => {
    const attestor = `http://localhost:${settings.BELARUS_ATTESTOR_PORT}`;
    await again('subgraphs/belarus/attestor.ts', attestor);
    expect((await ready(attestor)).status).toBe(503);
    expect((await ask('belarus')).body).toMatchObject({
      data: { suspect: { belarus: null, russia: null } },
      errors: [{ extensions: { agency: 'BELARUS' } }, { extensions: { agency: 'BELARUS' } }],
    });
  },
);

test('all of them know the officers again once the provider is back', async () => {
  await providerUp();
  await until(
    async () =>
      (await ask('belarus')).body.errors === undefined && (await ready(stack.belarus)).status === 200,
    30_000,
  );
  expect((await ask('belarus')).body).toMatchObject({ data: whole });
});
