import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import {
  type AskedByGateway,
  type Authenticate,
  refusingForeignReasons,
  refusingSuspended,
} from '../../identity/authenticate-fetch.ts';
import { grantKeyHeader, isGranted } from '../../identity/fetch-grant.ts';
import { fetchTokenHeader } from '../../identity/fetch-token.ts';
import { boundLargeBodies } from '../../server/connections/bound-large-bodies.ts';
import { TurnsOfStrangers } from '../../server/connections/turns-of-strangers.ts';
import { createHttpServer } from '../../server/create-http-server.ts';
import type { Logger } from '../../server/log.ts';
import { oneActionRule } from '../../server/rules/one-action-rule.ts';
import { serveGraphql } from '../../server/serve-graphql.ts';
import type { Mode } from '../../server/settings.ts';
import type { Standstills } from '../../server/standstill/standstills.ts';
import { checkedSchema } from './api/checked-schema.ts';
import { type RequestContext, requestContexts } from './api/context/request-context.ts';
import { actionsAreSigned } from './api/execution/actions-are-signed.ts';
import { asGateway } from './api/execution/as-gateway.ts';
import { confirming } from './api/execution/confirming.ts';
import { countingRedactions } from './api/execution/counting-redactions.ts';
import { explainOutage } from './api/execution/explain-outage.ts';
import { inTime } from './api/execution/in-time.ts';
import { tracingOperations } from './api/execution/tracing-operations.ts';
import { serveSuspensions } from './api/serve-suspensions.ts';
import type { Receiver } from './channel/in/receiver.ts';
import { channelPath, serveChannel } from './channel/in/serve-channel.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import type { Stores } from './storage/stores/stores.ts';
import type { SuspendedOfficers } from './storage/stores/suspended-officers.ts';

export interface AgencyServerOptions {
  definition: AgencyDefinition;
  mode: Mode;
  log: Logger;
  registry: Registry;
  stores: Stores;
  authenticate: Authenticate;
  /** This agency's half of the key under which it accepts grants, to be told to the gateway; without it, it accepts none. */
  grantKey?: string;
  /** The suspended officers, about whom the gateway is told too; without it nobody is suspended. */
  suspensions?: { suspended: SuspendedOfficers; asked: AskedByGateway };
  /** The operations for which the process stood still lately; without it none is refused, nor found. */
  standstills?: Standstills;
  /** Receiver of other agencies' messages; without it there is no channel here. */
  receiver?: Receiver;
  /** The parts that are not ready, in words for an operator. */
  notReady: () => Promise<string[]>;
  /** See `HttpOptions`. */
  warnings?: () => string[];
  /** See `inTime`. */
  answerWithin?: number;
  /** Aborted once the process was told to end. */
  ending?: AbortSignal;
  /** See `GraphqlOptions`. */
  mayGoShort?: (request: FastifyRequest) => boolean;
}

/** Authenticates a request once, however often it is asked for. */
function once(authenticate: Authenticate): Authenticate {
  const authenticated = new WeakMap<FastifyRequest, ReturnType<Authenticate>>();
  return (request) => {
    const known = authenticated.get(request) ?? authenticate(request);
    authenticated.set(request, known);
    return known;
  };
}

/** Gives whoever signs each fetch the key that grants are agreed on with. */
function tellGrantKey(app: FastifyInstance, grantKey: string): void {
  app.addHook('onSend', (request, reply, _payload, done) => {
    const identity = request.headers[fetchTokenHeader];
    if (typeof identity === 'string' && !isGranted(identity)) reply.header(grantKeyHeader, grantKey);
    done();
  });
}

/** The gateway sends representations of up to a page of entities, never a caller's raw input. */
const bodyLimit = 2 * 1024 * 1024;

/** Generated queries repeat fragments that a caller wrote once, so more tokens than at the gateway. */
const maxTokens = 20_000;

/** An agency's subgraph on HTTP, not yet listening. */
export async function createAgencyServer(options: AgencyServerOptions): Promise<FastifyInstance> {
  const {
    definition,
    mode,
    log,
    registry,
    stores,
    authenticate,
    grantKey,
    suspensions,
    standstills,
    receiver,
    notReady,
    answerWithin,
    ending,
    warnings,
    mayGoShort,
  } = options;
  const strangers = new TurnsOfStrangers([channelPath]);
  const refusingReasons = refusingForeignReasons(definition.agency, authenticate);
  const known = once(async (request) => {
    const authenticated = await refusingReasons(request);
    strangers.hasSigned(request);
    return authenticated;
  });
  const letIn = suspensions ? refusingSuspended(known, suspensions.suspended) : known;
  const app = createHttpServer({
    log,
    mode,
    registry,
    bodyLimit,
    // The gateway's signature covers the bytes, so that what a stranger sends is not parsed.
    isWorthParsing: (request) =>
      known(request).then(
        () => true,
        () => false,
      ),
    notReady,
    ...(warnings && { warnings }),
    ...(ending && { ending }),
  });
  boundLargeBodies(app, [channelPath]);
  strangers.bound(app);
  if (receiver) serveChannel(app, receiver);
  if (suspensions) {
    const asked = (request: FastifyRequest) => {
      suspensions.asked(request);
      strangers.hasSigned(request);
    };
    serveSuspensions(app, { own: definition.agency, suspended: suspensions.suspended, asked });
  }
  const { schema, run } = checkedSchema(definition);
  const contextOf = requestContexts(definition, stores);
  const context = async (request: FastifyRequest) => {
    const made = contextOf(await letIn(request), request.id);
    request.asker?.whenGone(() => made.work.abandon());
    return made;
  };
  if (grantKey) tellGrantKey(app, grantKey);
  await serveGraphql<RequestContext>(app, {
    apollo: {
      gateway: asGateway(
        schema,
        tracingOperations(countingRedactions(confirming(inTime(run, answerWithin)), registry)),
      ),
      introspection: false,
      validationRules: [oneActionRule],
    },
    steps: [actionsAreSigned],
    context: standstills ? standstills.around(context, ({ viewer }) => viewer) : context,
    methods: ['POST'],
    mode,
    log,
    registry,
    explain: explainOutage(definition.agency),
    maxTokens,
    ...(mayGoShort && { mayGoShort }),
  });
  return app;
}
