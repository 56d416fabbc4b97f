import { ApolloGateway } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { buildASTSchema, parse, type ValidationRule } from 'graphql';
import { Gauge, type Registry } from 'prom-client';
import type { IdentitySigner } from '../../identity/identity-token.ts';
import { setOneOf } from '../../schema/protect/set-one-of.ts';
import { setScalars } from '../../schema/protect/set-scalars.ts';
import { durationHistogram } from '../../server/create-registry.ts';
import type { Logger } from '../../server/log.ts';
import { crossborderSchema } from '../../subgraphs/crossborder/crossborder-schema.ts';
import { type Agency, agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { createPresenting } from '../abroad/presenting.ts';
import type { WayOut } from '../abroad/way-out.ts';
import type { GatewayContext } from '../callers/gateway-context.ts';
import { admitGet, type GetSetting } from '../limits/admit-get.ts';
import { createEstimator } from '../limits/estimate.ts';
import { limitRules } from '../limits/operation-limits.ts';
import { AgencySource } from './agency-source.ts';
import { agencyTypes } from './agency-types.ts';
import { plannerConfig, planningWith } from './create-query-planner.ts';
import { crossborderContext } from './crossborder-context.ts';
import { DearPlans } from './dear-plans.ts';
import { type ExecutorOptions, federationExecutor } from './federation-executor.ts';
import { inProcessSource } from './in-process-source.ts';
import { createPlanCache } from './plan-cache.ts';
import { Plans } from './plans.ts';
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
  /** The operations allowed by GET; by default none that would put anything confidential into an address. */
  get?: GetSetting;
  sign: IdentitySigner;
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
  /** Apollo's own, which carries out the plans that it is given. */
  stock: ApolloGateway;
  /** Rules that an operation must keep, so that it can be planned and asked. */
  validationRules: ValidationRule[];
  /** Gets ready what the first request that needs it would have to wait for. */
  warmUp(): void;
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
  // Or it would ask the machine's cloud what it runs on, and report to its maker every hour. There is no option for it.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const stock = new ApolloGateway({
    supergraphSdl,
    logger: log,
    queryPlannerConfig: { ...plannerConfig, cache },
    buildService: ({ name, url = '' }) => {
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
        presenting,
        durations,
        hasShape,
        types,
      });
      sources.push(source);
      return source;
    },
  });
  return {
    stock,
    gateway: {
      async load(loading) {
        const { executor } = await stock.load(loading);
        // Its own planner, which a second one would only repeat: it takes a quarter of a second to make.
        const { queryPlanner } = stock.__testing();
        if (!queryPlanner) throw new Error('the gateway has loaded no supergraph');
        const plans = new Plans({ cache, plan: planningWith(queryPlanner), dear });
        return {
          executor: federationExecutor(executor, {
            estimate,
            charge,
            admitGet: admitGet(supergraph, options.get ?? 'open'),
            plans,
            deadline,
          }),
        };
      },
      onSchemaLoadOrUpdate: (callback) =>
        stock.onSchemaLoadOrUpdate((loaded) => {
          setScalars(loaded.apiSchema);
          setOneOf(loaded.apiSchema, supergraph);
          callback(loaded);
        }),
      stop: () => stock.stop(),
    },
    validationRules: limitRules(estimate, supergraph),
    warmUp: () => dear.warmUp(),
    close: async () => {
      await Promise.all([dear.stop(), ...sources.map((source) => source.close())]);
      await presenting.close();
    },
  };
}
