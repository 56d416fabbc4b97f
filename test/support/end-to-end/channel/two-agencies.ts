import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loaderOf, sourcesOf } from '../bundle/loader-of.ts';
import { request } from '../callers.ts';
import { type OwnStack, ownStack } from '../own-stack.ts';
import { type Launched, launch, processesOf } from '../processes.ts';
import { type AgencyName, issuerOf } from '../tokens.ts';
import { until } from '../until.ts';

export const agencyNames = ['belarus', 'russia'] as const;
export const otherOf = (agency: AgencyName): AgencyName => (agency === 'belarus' ? 'russia' : 'belarus');

export interface StartOptions {
  /** How far its clock is from this machine's, in milliseconds. */
  clock?: number;
  /** A module that is loaded into it first, which then sees every other one: nothing of it comes from the bundle. */
  preload?: string;
  /** What it is told instead. */
  settings?: NodeJS.ProcessEnv;
}

/** A stack whose subgraphs a test ends and starts again, each with its own clock and settings. */
export interface TwoAgencies extends OwnStack {
  settings: NodeJS.ProcessEnv;
  /** Starts a subgraph, and waits until it serves. Without settings it is as `npm start` would have it. */
  start(agency: AgencyName, options?: StartOptions): Promise<Launched>;
  /** Ends every subgraph of an agency with kill -9. */
  kill(agency: AgencyName): Promise<void>;
  /** Kills it and starts it with another clock, or other settings. */
  restart(agency: AgencyName, options?: StartOptions): Promise<Launched>;
}

const startFileOf = (agency: AgencyName) => `subgraphs/${agency}/start.ts`;
const shiftedClock = 'test/support/end-to-end/channel/shifted-clock.ts';

/** The environment of a subgraph, from what `npm start` has left in its data directory. */
function environmentOf(settings: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const directory = settings.DATA_DIR ?? '';
  const file = (name: string) => join(directory, 'keys', name);
  const databases = JSON.parse(readFileSync(join(directory, 'databases.json'), 'utf8'));
  const environment: NodeJS.ProcessEnv = {
    ...settings,
    CONCORD_MODE: 'development',
    LOG_LEVEL: 'warn',
    GATEWAY_JWKS: pathToFileURL(file('gateway.jwks.json')).href,
    MATCH_KEYS: readFileSync(file('match-keys.json'), 'utf8'),
  };
  for (const name of agencyNames) {
    const agency = name.toUpperCase();
    environment[`${agency}_ISSUER`] = issuerOf(name);
    environment[`${agency}_JWKS`] = pathToFileURL(file(`${name}-issuer.jwks.json`)).href;
    environment[`${agency}_ATTESTATION_JWKS`] = pathToFileURL(file(`${name}-attestation.jwks.json`)).href;
    environment[`${agency}_MONGODB_URI`] = databases[agency];
    environment[`${agency}_CHANNEL_KEY`] = readFileSync(file(`${name}-channel.private.json`), 'utf8');
    environment[`${agency}_CHANNEL_JWKS`] = pathToFileURL(file(`${name}-channel.jwks.json`)).href;
    environment[`${agency}_NODE_KEY`] = readFileSync(file(`${name}-node.json`), 'utf8');
    environment[`${agency}_INDICATOR_KEYS`] = readFileSync(file(`${name}-indicator.private.json`), 'utf8');
    environment[`${agency}_INDICATOR_JWKS`] = pathToFileURL(file(`${name}-indicator.jwks.json`)).href;
    environment[`${agency}_CHANNEL_URL`] = `http://localhost:${settings[`${agency}_PORT`]}/channel`;
  }
  return environment;
}

const serves = (port: string | undefined): Promise<boolean> =>
  request(`http://localhost:${port}/health/live`).then(
    ({ status }) => status === 200,
    () => false,
  );

export function twoAgencies(settings: NodeJS.ProcessEnv): TwoAgencies {
  const started: Launched[] = [];
  // Before the stack is stopped, which leaves nothing running.
  afterAll(async () => {
    for (const each of started) each.signal('SIGKILL');
    await Promise.all(started.map(({ exited }) => exited));
  });
  const stack = ownStack(settings);

  const running = async (agency: AgencyName) =>
    (await processesOf(stack.dataDirectory)).filter(({ command }) => command.includes(startFileOf(agency)));
  const it: TwoAgencies = {
    ...stack,
    settings,
    async start(agency, { clock = 0, preload: first, settings: own = {} } = {}) {
      const clocks = clock === 0 ? [] : [shiftedClock];
      const environment: NodeJS.ProcessEnv = {
        ...environmentOf(settings),
        CLOCK_OFFSET_MS: String(clock),
        ...own,
      };
      const file = startFileOf(agency);
      const loader = first ? [...sourcesOf(...clocks), '--import', first] : loaderOf(file, ...clocks);
      const command = [process.execPath, ...loader, file];
      const launched = launch(command, environment);
      started.push(launched);
      let hasEnded = false;
      launched.exited.then(() => {
        hasEnded = true;
      });
      const port = environment[`${agency.toUpperCase()}_PORT`];
      await until(async () => hasEnded || (await serves(port)), 120_000, launched.output);
      if (hasEnded) throw new Error(`${agency} has ended: ${launched.errors()}${launched.output()}`);
      return launched;
    },
    async kill(agency) {
      for (const { pid } of await running(agency)) process.kill(pid, 'SIGKILL');
      await until(async () => (await running(agency)).length === 0, 10_000);
    },
    async restart(agency, options) {
      await it.kill(agency);
      return it.start(agency, options);
    },
  };
  return it;
}
