import type { DocumentNode } from 'graphql';
import type { Histogram } from 'prom-client';
import { Client, Pool } from 'undici';
import { type GrantSigner, grantKeyHeader } from '../../identity/fetch-grant.ts';
import { type FetchSigner, fetchTokenHeader } from '../../identity/fetch-token.ts';
import { loopMeter } from '../../server/event-loop/loop-meter.ts';
import { loopTurn } from '../../server/event-loop/loop-turn.ts';
import { AgencyAtWork } from '../../server/standstill/agency-at-work.ts';
import { activeTraceparent } from '../../server/tracing/active-traceparent.ts';
import { noteOutcome } from '../../server/tracing/in-span.ts';
import type { Agency } from '../../terms/agencies.ts';
import type { Presented } from '../abroad/kept-tokens.ts';
import type { Presenting } from '../abroad/presenting.ts';
import { callerKey, type GatewayContext } from '../callers/gateway-context.ts';
import type { DataSource, SubgraphFetch } from '../execution/data-source.ts';
import { AgencyBreaker } from './agency-breaker.ts';
import { AgencyGrants } from './agency-grants.ts';
import type { AgencyTypes } from './agency-types.ts';
import { answerLimits } from './answer-limits.ts';
import { type Fetch, type GatewayAnswer, gatewayAnswer, unansweredNodes } from './gateway-answer.ts';
import { operationOf } from './null-entities.ts';
import { timeLeft } from './plans/time-left.ts';
import { Turns } from './plans/turns.ts';
import { post } from './post.ts';
import { largestHealth, probeAgency } from './probe-agency.ts';
import type { ShapeCheck } from './shape-check.ts';
import {
  isFailure,
  judgeAnswer,
  judgeFailure,
  type SubgraphAnswer,
  type Unpresented,
  unpresented,
} from './subgraph-answer.ts';

export interface AgencySourceOptions {
  /** The agency, which is also the audience of its fetch tokens. */
  agency: Agency;
  url: URL;
  /** Milliseconds that an operation may take from its arrival; each of its fetches has what those before it have left. */
  deadline: number;
  /** Told when the agency is no longer asked, and when it is again. */
  breakerChanged: (agency: string, state: 'open' | 'closed') => void;
  sign: FetchSigner;
  /** Signs what is read under grants; without it each fetch has a token of its own. */
  signGranted?: GrantSigner | undefined;
  presenting: Presenting;
  durations: Histogram<'agency' | 'outcome'>;
  /** Checks that an answer has lists, objects and leaves where the schema has them. */
  hasShape: ShapeCheck;
  types: AgencyTypes;
  /** True for an agency at whose answer the gateway stood still before it was started again. */
  hasMadeStandStill?: boolean | undefined;
}

type Representations = Fetch['representations'];

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The request's name for an agency's logs and record: at home the caller's, abroad a random one, since any other can say something. */
const nameFor = (agency: Agency, { caller, requestId, requestKey }: GatewayContext): string =>
  caller?.viewer.agency === agency || uuid.test(requestId) ? requestId : requestKey;

/** So many failures in a row are no accident, or all of one caller's making: the agency is probed. */
const failuresToDoubt = 5;
const pauseBetweenProbes = 1_000;
const tellingShare = 0.5;
const knownToBeDown = 'known to be down';
const abandoned = 'nobody waits for the answer';

/** Milliseconds from the start for which an agency is not asked whose answer the gateway has stood still at. */
const shutFor = 60_000;

/** Connections to an agency at a time. */
const mostConnections = 128;

/**
 * Fetches of one officer from an agency at a time: their slow ones never take the connections that others need. An operation of more
 * waits for itself.
 */
const mostOfOfficer = 8;

/** Bytes of an answer from which on reading, checking, merging and writing it each take many milliseconds. */
const largeAnswer = 256 * 1024;

/** Large answers of an agency that are read at a time: others stay with it meanwhile, and not in this process's memory. */
const mostLargeAnswers = 4;

/**
 * The gateway's way to one agency. It signs every fetch, keeps a deadline, and answers for an agency that is down with
 * one error that names it: without that, whatever depends on this one would be lost with it, the other agency's half too.
 */
export class AgencySource implements DataSource<GatewayContext> {
  readonly #options: AgencySourceOptions;
  readonly #pool: Pool;
  /** Apart from the pool, whose connections may all be held by fetches that hang. */
  readonly #probes: Client;
  readonly #breaker: AgencyBreaker;
  readonly #grants: AgencyGrants | undefined;
  readonly #turns = new Turns(mostOfOfficer);
  readonly #large = new Turns(mostLargeAnswers);
  readonly #atWork: AgencyAtWork;

  constructor(options: AgencySourceOptions) {
    this.#options = options;
    this.#atWork = new AgencyAtWork(options.agency);
    this.#grants = options.signGranted && new AgencyGrants(options.signGranted);
    this.#probes = new Client(options.url.origin, {
      connect: { timeout: pauseBetweenProbes },
      maxResponseSize: largestHealth,
    });
    this.#breaker = new AgencyBreaker({
      failures: failuresToDoubt,
      pause: pauseBetweenProbes,
      probe: (signal) => probeAgency(this.#probes, signal),
      changed: (state) => options.breakerChanged(options.agency, state),
      openAtFirst: options.hasMadeStandStill ? shutFor : undefined,
    });
    this.#pool = new Pool(options.url.origin, {
      connections: mostConnections,
      connect: { timeout: options.deadline },
      maxResponseSize: answerLimits.bytes,
    });
  }

  async close(): Promise<void> {
    this.#breaker.stop();
    await Promise.all([this.#pool.close(), this.#probes.destroy()]);
  }

  async process({ request, document, context }: SubgraphFetch<GatewayContext>): Promise<GatewayAnswer> {
    const { query, variables, operationName } = request;
    const { agency, durations, types } = this.#options;
    const observe = durations.startTimer({ agency });
    const body = JSON.stringify({ query, variables, operationName });
    const sent = await this.#sendInTime(body, context, document);
    if (context.hasLargeAnswer) await loopTurn.alone(context.spend);
    const representations = variables.representations as Representations;
    const answer = this.#atWork.on(() => this.#accepted(sent, document, variables, context));
    observe({ outcome: answer.kind });
    noteOutcome(answer.kind, answer.kind !== 'answered');
    // That it is down has been told once; each request that meets it is told at a lower level.
    const isExpected = answer.kind === 'outage' && [knownToBeDown, abandoned].includes(answer.reason);
    const level = isExpected ? 'debug' : 'warn';
    if (answer.kind === 'outage') context.log[level]({ agency, reason: answer.reason }, 'subgraph outage');
    if (answer.kind === 'excess')
      context.log.info({ agency, code: answer.code }, 'more than one caller may have');
    if (answer.kind === 'refused') {
      context.log.error({ agency, status: answer.status, code: answer.code }, 'subgraph refused the gateway');
    }
    const told = this.#atWork.on(() => gatewayAnswer({ agency, document, representations, types }, answer));
    for (const id of unansweredNodes(representations, told.data)) context.unanswered.add(id);
    if (context.hasLargeAnswer) await loopTurn.alone(context.spend);
    return told;
  }

  /** Takes the receipts and restrictions of an answer; one of another form, or with too many of them, is that of a broken agency. */
  #accepted(
    answer: SubgraphAnswer,
    document: DocumentNode,
    variables: Record<string, unknown>,
    { redactions, handling }: GatewayContext,
  ): SubgraphAnswer {
    if (answer.kind !== 'answered') return answer;
    const { agency, hasShape } = this.#options;
    const { data, extensions } = answer;
    const representations = variables.representations as Representations;
    if (data !== null && !hasShape(document, data, { agency, variables, representations }))
      return { kind: 'outage', reason: 'data of another shape', sent: true };
    return redactions.add(agency, extensions) && handling.add(agency, extensions)
      ? answer
      : { kind: 'outage', reason: 'more receipts than an agency may give', sent: true };
  }

  /** Sends nothing to an agency that is known to be down, and nothing for which no time is left; an officer's fetches in their turn. */
  async #sendInTime(body: string, context: GatewayContext, document: DocumentNode): Promise<SubgraphAnswer> {
    const { deadline } = this.#options;
    if (this.#breaker.isOpen) return { kind: 'outage', reason: knownToBeDown, sent: false };
    const presented = await this.#presented(context);
    if ('kind' in presented) return presented;
    const left = timeLeft(deadline, context.arrivedAt, document);
    if (left <= 0) return { kind: 'outage', reason: 'no time left', sent: false };
    const endTurn = await this.#turns.take(callerKey(context), left);
    if (!endTurn) return { kind: 'excess', code: 'TOO_MANY_REQUESTS', sent: false };
    try {
      return await this.#sendInTurn(body, context, presented, document);
    } finally {
      endTurn();
    }
  }

  async #sendInTurn(
    body: string,
    context: GatewayContext,
    presented: Presented,
    document: DocumentNode,
  ): Promise<SubgraphAnswer> {
    const { deadline } = this.#options;
    // It may have been found out while this one waited.
    if (this.#breaker.isOpen) return { kind: 'outage', reason: knownToBeDown, sent: false };
    const left = timeLeft(deadline, context.arrivedAt, document);
    if (left <= 0) return { kind: 'excess', code: 'TOO_MANY_REQUESTS', sent: false };
    // A mutation is carried out whether or not its caller waits.
    const isQuery = operationOf(document)?.operation === 'query';
    const asking = isQuery ? context : { ...context, asker: undefined };
    if (asking.asker?.hasHungUp) return { kind: 'outage', reason: abandoned, sent: false };
    const { era } = this.#breaker;
    const answer = await this.#sendIdentified(body, asking, presented, document, left);
    // It says nothing of the agency either.
    if (asking.asker?.hasHungUp && answer.kind === 'outage') return { ...answer, reason: abandoned };
    const failed = isFailure(answer);
    // What had little time left when it began says nothing of the agency.
    if (!failed || left > deadline * tellingShare) this.#breaker.note(era, failed ? 'failed' : 'answered');
    return answer;
  }

  /** The token that makes the caller known to the agency. */
  async #presented({ caller, mandate, requestId }: GatewayContext): Promise<Presented | Unpresented> {
    if (!caller || 'problem' in mandate) throw new Error('a fetch without a caller or a mandate');
    const { agency, presenting } = this.#options;
    const asking = { caller, mandate: mandate.mandate, audience: agency, requestId };
    const presented = await presenting.present(asking);
    return 'kind' in presented ? unpresented(presented, caller.viewer.agency, agency) : presented;
  }

  /** Sends what is read under a grant, where the agency takes one. One that refuses it has done nothing, and is sent a fetch token. */
  async #sendIdentified(
    body: string,
    context: GatewayContext,
    presented: Presented,
    document: DocumentNode,
    left: number,
  ): Promise<SubgraphAnswer> {
    const { caller, mandate, requestKey, arrivedAt } = context;
    if ('problem' in mandate) throw new Error('a fetch without a mandate');
    const { agency: audience, url, sign, deadline } = this.#options;
    const { hash: callerHash } = presented;
    const subject = {
      audience,
      body,
      callerHash,
      mandate: mandate.mandate,
      // It is the officer's account to their own agency: another one neither asks for it nor needs it.
      reason: caller?.viewer.agency === audience ? mandate.reason : undefined,
      requestKey,
    };
    const isQuery = operationOf(document)?.operation === 'query';
    const changesNothing = isQuery && context.idempotencyKey === undefined;
    // Whatever the answer to a mutation goes on to read needs no key, and may be another agency's.
    const idempotencyKey = isQuery ? undefined : context.idempotencyKey;
    const granted = changesNothing
      ? this.#grants?.identify({ ...subject, method: 'POST', path: url.pathname })
      : undefined;
    if (granted !== undefined) {
      const answer = await this.#send(body, context, presented, granted, left);
      if (answer.kind !== 'refused' || answer.code !== 'IDENTITY_REFUSED') return answer;
      this.#grants?.refused();
    }
    const stillLeft = granted === undefined ? left : timeLeft(deadline, arrivedAt, document);
    if (stillLeft <= 0) return { kind: 'outage', reason: 'no time left', sent: false };
    return this.#send(body, context, presented, sign({ ...subject, idempotencyKey }), stillLeft);
  }

  async #send(
    body: string,
    context: GatewayContext,
    presented: Presented,
    identity: string,
    left: number,
  ): Promise<SubgraphAnswer> {
    const traceparent = activeTraceparent() ?? context.traceparent;
    const { agency, url } = this.#options;
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${presented.token}`,
      'x-request-id': nameFor(agency, context),
      ...(traceparent !== undefined && { traceparent }),
      [fetchTokenHeader]: identity,
    };
    let isOver = false;
    let endTurn: (() => void) | undefined;
    const turn = async () => {
      endTurn = await this.#large.take(agency, left);
      if (isOver) endTurn?.();
    };
    try {
      const { asker } = context;
      const large = { bytes: largeAnswer, turn };
      const answer = await post(this.#pool, {
        path: url.pathname,
        headers,
        body,
        within: left,
        asker,
        large,
      });
      loopMeter.isFor(context.spend);
      this.#grants?.learn(answer.headers[grantKeyHeader]);
      if (answer.body.length > largeAnswer) {
        context.hasLargeAnswer = true;
        await loopTurn.alone(context.spend);
        // Small answers of an agency whose large ones have kept others waiting are taken all the same.
        if (this.#atWork.isSpent)
          return { kind: 'outage', reason: 'answers take too long to read', sent: true };
      }
      return this.#atWork.on(() => judgeAnswer(answer.status, answer.body));
    } catch (error) {
      return judgeFailure(error);
    } finally {
      isOver = true;
      endTurn?.();
    }
  }
}
