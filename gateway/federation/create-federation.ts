import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { buildASTSchema, parse, type ValidationRule } from 'graphql';
import { Gauge, type Registry } from 'prom-client';
import type { GrantSigner } from '../../identity/fetch-grant.ts';
import type { FetchSigner } from '../../identity/fetch-token.ts';
import { setOneOf } from '../../schema/protect/set-one-of.ts';
import { setScalars } from '../../schema/protect/set-scalars.ts';
import { durationHistogram } from '../../server/create-registry.ts';
import type { Logger } from '../../server/log.ts';
import { inSpan } from '../../server/tracing/in-span.ts';
import { crossborderSchema } from '../../subgraphs/crossborder/crossborder-schema.ts';
import { type Agency, agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { createPresenting } from '../abroad/presenting.ts';
import type { WayOut } from '../abroad/way-out.ts';
import type { GatewayContext } from '../callers/gateway-context.ts';
import { createGateway } from '../execution/create-gateway.ts';
import { admitGet, type GetSetting } from '../limits/admit-get.ts';
import { createEstimator } from '../limits/estimate.ts';
import { LargeQueries } from '../limits/large-queries.ts';
import { limitRules } from '../limits/operation-limits.ts';
import { admitOperations, type ExecutorOptions } from './admit-operations.ts';
import { AgencySource } from './agency-source.ts';
import { agencyTypes } from './agency-types.ts';
import { crossborderContext } from './crossborder-context.ts';
import { inProcessSource } from './in-process-source.ts';
import { plannerConfig, planningWith } from './plans/create-query-planner.ts';
import { DearPlans } from './plans/dear-plans.ts';
import { createPlanCache } from './plans/plan-cache.ts';
import { Plans } from './plans/plans.ts';
import { warmPlans } from './plans/warm-plans.ts';
import { shapeCheck } from './shape-check.ts';

export interface FederationOptions {
  supergraphSdl: string;
  /** Address of each agency's subgraph; an agency that is left out is where the supergraph says. */
  urls: ReadonlyMap<string, URL>;
  /** Milliseconds that an operation may take. */
  deadline: number;
  /** Takes what an operation costs from what its caller may spend; without it nobody is counted. */
  charge?: ExecutorOptions['charge'];
  /** The same of a document that is validated for its caller. */
  chargeReading?: (context: GatewayContext, cost: number) => void;
  /** The cost that a caller has spent and has not got back yet. Large queries of callers who have spent less come first. */
  spentBy?: (caller: string) => number;
  /** The operations allowed by GET; by default none that would put anything confidential into an address. */
  get?: GetSetting;
  sign: FetchSigner;
  /** See `AgencySourceOptions`. */
  signGranted?: GrantSigner;
  /** True for an agency at whose answer the gateway stood still before it was started again; for none by default. */
  hasMadeStandStill?: (agency: Agency) => boolean;
  /** Told where each agency is. */
  found?: (agency: Agency, url: URL) => void;
  /** The way by which each agency's officers become known abroad. */
  waysOut: ReadonlyMap<Agency, WayOut>;
  /** Seals the cursors of searches; of 32 bytes, the same in every gateway of a federation. */
  cursorKey: Buffer;
  registry: Registry;
  log: Logger;
}

export interface Federation {
  gateway: GatewayInterface;
  /** Rules that an operation must keep, so that it can be planned and asked. */
  validationRules: ValidationRule[];
  /**
   * Gets ready what the first request that needs it would have to wait for.
   * @param texts the documents that callers are known to ask
   */
  warmUp(texts?: Iterable<string>): Promise<void>;
  close(): Promise<void>;
}

const inProcess = 'crossborder';

/** The agencies behind one schema: each subgraph of the supergraph over HTTP, except the one that owns no data. */
export function createFederation(options: FederationOptions): Federation {
  const {
    supergraphSdl,
    urls,
    deadline,
    charge = () => undefined,
    chargeReading = () => undefined,
    spentBy = () => 0,
    sign,
    waysOut,
    found,
    cursorKey,
    registry,
    log,
  } = options;
  const durations = durationHistogram(registry, 'concord_subgraph_fetch_seconds', 'Fetches to agencies', [
    'agency',
    'outcome',
  ]);
  const presenting = createPresenting({
    waysOut,
    durations: durationHistogram(registry, 'concord_known_abroad_seconds', 'Tokens for use abroad', [
      'agency',
      'outcome',
    ]),
    log,
  });
  const supergraph = buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true });
  const types = agencyTypes(supergraph);
  const hasShape = shapeCheck(supergraph, types);
  const estimate = createEstimator(supergraph);
  const cache = createPlanCache(registry);
  const dear = new DearPlans({ supergraphSdl });
  const large = new LargeQueries(spentBy);
  const open = new Gauge({
    name: 'concord_agency_breaker_open',
    help: 'Whether an agency is not asked at the moment, since it did not answer: 1 or 0.',
    labelNames: ['agency'],
    registers: [registry],
  });
  const breakerChanged = (agency: string, state: 'open' | 'closed') => {
    open.set({ agency }, state === 'open' ? 1 : 0);
    if (state === 'open') log.warn({ agency }, 'the agency does not answer, and is not asked until it does');
    else log.info({ agency }, 'the agency answers again');
  };
  const sources: AgencySource[] = [];
  let warm: (texts: Iterable<string>) => Promise<void> = async () => undefined;
  const gateway = createGateway<GatewayContext>({
    supergraphSdl,
    plannerConfig,
    around: (service, fetch) => inSpan('gateway.fetch', { attributes: { service } }, fetch),
    sourceOf({ name, url }) {
      if (name === inProcess)
        return inProcessSource(crossborderSchema({ cursorKey }), crossborderContext(chargeReading));
      const agency = agencyNames.find((each) => subgraphOf(each) === name);
      if (!agency) throw new Error(`the supergraph has a subgraph of no agency: ${name}`);
      open.set({ agency }, 0);
      const addressed = urls.get(name) ?? new URL(url);
      found?.(agency, addressed);
      const source = new AgencySource({
        agency,
        url: addressed,
        deadline,
        breakerChanged,
        sign,
        signGranted: options.signGranted,
        presenting,
        durations,
        hasShape,
        types,
        hasMadeStandStill: options.hasMadeStandStill?.(agency),
      });
      sources.push(source);
      return source;
    },
    loaded({ api }) {
      setScalars(api);
      setOneOf(api, supergraph);
    },
    executor({ api, planner, compile }) {
      const plans = new Plans({ cache, plan: planningWith(planner), compile, dear });
      warm = (texts) => warmPlans(texts, { api, estimate, plans });
      return admitOperations({
        estimate,
        charge,
        runLarge: (caller, run) => large.run(caller, run),
        admitGet: admitGet(supergraph, options.get ?? 'open'),
        plans,
        deadline,
      });
    },
  });
  return {
    gateway,
    validationRules: limitRules(estimate, supergraph),
    async warmUp(texts = []) {
      dear.warmUp();
      await warm(texts);
    },
    close: async () => {
      await Promise.all([dear.stop(), ...sources.map((source) => source.close())]);
      await presenting.close();
    },
  };
}
