/**
 * Hive Gateway, for benchmarks only, set up as its guide says for production (no landing page, no GraphiQL, log off but for errors), with
 * its planner in Rust; requests that are under way are not answered together, since each read goes on record for its own.
 * With `BENCH_TOKEN_CHECK` "of the gateway" it verifies its callers and signs its fetches, as plainly as a plugin can.
 */
import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { bearerToken, createCallerVerifier } from '../../../identity/caller-token.ts';
import { createFetchSigner, fetchTokenHeader } from '../../../identity/fetch-token.ts';
import { issuerSettings, issuersIn } from '../../../identity/issuer-settings.ts';
import { signingKeyFrom } from '../../../identity/signing-key-from.ts';
import { type Running, runProcess } from '../../../server/run-process.ts';
import { readSettings } from '../../../server/settings.ts';
import { mandateFromHeaders } from '../../../terms/mandate.ts';
import { newRequestKey } from '../../../terms/request-key.ts';
import type { Viewer } from '../../../terms/viewer.ts';

/** The parts of Hive Gateway's interface that are used here; its packages are no dependency of the project. */
interface Hive {
  createGatewayRuntime(config: object): ReturnType<typeof createServer> & ((...given: never[]) => void);
  unifiedGraphHandler(given: HandlerOptions): Promise<unknown>;
  buildSchema(sdl: string, options: object): unknown;
}
interface HandlerOptions {
  unifiedGraph: unknown;
  getUnifiedGraphSDL(): string;
}
interface Fetching {
  url: string;
  options: { body?: string; headers?: Record<string, string> };
  setOptions(options: object): void;
  context?: { caller?: Viewer; headers: Record<string, string>; requestKey?: string };
}

/**
 * The supergraph as its stitching is to see it. It takes a field that requires another for one that its subgraph alone may define the
 * type of, and refuses `Candidate`, which two do ("Multiple canonical definitions"). The planner is given the supergraph as it is, and what
 * is stitched only names the subgraphs' transports.
 */
const forStitching = (sdl: string): string => sdl.replaceAll(/, requires: "[^"]*"/g, '');

/** Verifies who asks, once for a request, and signs each fetch for its subgraph and body. */
function signing(urls: ReadonlyMap<string, string>) {
  const settings = readSettings(
    { ...issuerSettings('development'), GATEWAY_SIGNING_KEY: z.string() },
    process.env,
  );
  const allowDevelopmentKeys = true;
  const verify = createCallerVerifier(issuersIn(settings), { allowDevelopmentKeys });
  const sign = createFetchSigner(signingKeyFrom(settings.GATEWAY_SIGNING_KEY, { allowDevelopmentKeys }));
  return {
    async onContextBuilding({
      context,
      extendContext,
    }: {
      context: { headers: Record<string, string> };
      extendContext(more: object): void;
    }) {
      const found = await verify(bearerToken(context.headers.authorization) ?? '');
      if (!('viewer' in found)) throw new Error('UNAUTHENTICATED');
      extendContext({ caller: found.viewer, requestKey: newRequestKey(Date.now()) });
    },
    onFetch({ url, options, setOptions, context }: Fetching) {
      const audience = urls.get(url);
      if (!audience || !context?.caller || !context.requestKey) return;
      const mandate = mandateFromHeaders(context.headers);
      if (!('mandate' in mandate)) throw new Error('MANDATE_MISSING');
      const token = sign({
        audience,
        body: options.body ?? '',
        viewer: context.caller,
        mandate: mandate.mandate,
        requestKey: context.requestKey,
      });
      setOptions({ ...options, headers: { ...options.headers, [fetchTokenHeader]: token } });
    },
  };
}

async function start(): Promise<Running> {
  const given = readSettings(
    {
      GATEWAY_PORT: z.coerce.number(),
      BENCH_HIVE: z.string(),
      BENCH_TOKEN_CHECK: z.string(),
      BELARUS_URL: z.url(),
      RUSSIA_URL: z.url(),
      CROSSBORDER_URL: z.url(),
    },
    process.env,
  );
  // It listens once a fetch for the end of a request, of which Node warns; the default is for its own signals, so no list names them.
  setMaxListeners(100);
  const hive = (await import(pathToFileURL(given.BENCH_HIVE).href)) as Hive;
  const supergraph = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const urls = { belarus: given.BELARUS_URL, russia: given.RUSSIA_URL, crossborder: given.CROSSBORDER_URL };
  const stitched = hive.buildSchema(forStitching(supergraph), { assumeValid: true, assumeValidSDL: true });
  const audiences = new Map([
    [given.BELARUS_URL, 'BELARUS'],
    [given.RUSSIA_URL, 'RUSSIA'],
  ]);
  const gateway = hive.createGatewayRuntime({
    supergraph,
    logging: 'error',
    landingPage: false,
    graphiql: false,
    unifiedGraphHandler: (options: HandlerOptions) =>
      hive.unifiedGraphHandler({ ...options, unifiedGraph: stitched }),
    transportEntries: Object.fromEntries(
      Object.entries(urls).map(([name, location]) => [
        name,
        { location, options: { deduplicateInflightRequests: false } },
      ]),
    ),
    inboundInflightRequestDeduplication: false,
    plugins: () => (given.BENCH_TOKEN_CHECK === 'of the gateway' ? [signing(audiences)] : []),
  });
  const server = createServer(gateway as never);
  await new Promise<void>((resolve) => server.listen(given.GATEWAY_PORT, 'localhost', resolve));
  return {
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

await runProcess('hive gateway', start);
