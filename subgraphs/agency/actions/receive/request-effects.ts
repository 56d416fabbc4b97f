import { type Agency, ownerOf } from '../../../../terms/agencies.ts';
import type { NoticeKind } from '../../../../terms/enums.ts';
import { releaseNamed } from '../../../../terms/release-id.ts';
import { askerOf } from '../../../../terms/request-id.ts';
import { type ApplyMessage, type Arrival, type Effects, effectOf } from '../../channel/in/effects.ts';
import type { ApplyResult } from '../../channel/stores/inbox.ts';
import {
  type AnsweringTransition,
  answeringTransition,
} from '../../records/requests/answering-transition.ts';
import { type AskedTransition, askedTransition } from '../../records/requests/asked-transition.ts';
import { receivedRequest } from '../../records/requests/received-request.ts';
import { changeOf, contentsOf } from '../../records/requests/request-change.ts';
import { answerersMessage } from '../../records/requests/request-messages.ts';
import type { AnswerTerms, RequestContents, RequestWords } from '../../records/requests/request-record.ts';
import { requestData } from '../../records/requests/request-wire.ts';
import { receivedMessageOf } from '../../records/requests/restated-request.ts';
import { Contended } from '../../storage/driver-errors/contended.ts';
import type { RequestStore } from '../../storage/requests/request-store.ts';
import type { FindSubject } from '../../storage/requests/subject-lookups.ts';
import { takeStep } from '../take-step.ts';
import { type DecidedRequest, requestAfter } from '../write-request.ts';
import type { NoticeBook } from './notice-effects.ts';

/** The parts of an agency that another agency's messages about requests change. */
export interface ReceivingRequests {
  own: Agency;
  requests: Pick<RequestStore, 'read' | 'insert' | 'replace'>;
  findSubject: FindSubject;
  book: Pick<NoticeBook, 'note'>;
}

/** Applies a message to the request that it is about, once: applied again it changes nothing. */
async function told(
  requests: ReceivingRequests['requests'],
  { from, now, data }: Pick<Arrival<{ request: string }>, 'from' | 'now' | 'data'>,
  side: RequestContents['half']['side'],
  transition: (before: RequestContents) => AskedTransition | AnsweringTransition,
  wordsOf: (before: RequestContents) => RequestWords = ({ words }) => words,
): Promise<ApplyResult> {
  const taken = await takeStep({
    read: () => requests.read(data.request),
    decide(request): { step: DecidedRequest } | { answer: ApplyResult } {
      if (request?.other !== from || request.half.side !== side)
        return { answer: { parked: 'NOT_ITS_REQUEST' } };
      const before = contentsOf(request);
      const change = changeOf(before, transition(before), now, wordsOf(before));
      if (!change) return { answer: 'APPLIED' };
      return 'refused' in change ? { answer: { parked: 'REQUEST_CONTRADICTED' } } : { step: change };
    },
    write: (step) => requests.replace(requestAfter(step, now), step.messages),
  });
  if (taken.kind === 'CONTENDED')
    throw new Contended('a request was written each time that a message was about to be applied');
  return taken.kind === 'ANSWERED' ? taken.answer : 'APPLIED';
}

/** A request that arrives again is one whose sender may have lost its receipt: the time of it is told again. */
const toldAgain = (
  requests: ReceivingRequests['requests'],
  arrival: Pick<Arrival<{ request: string }>, 'from' | 'now' | 'data'>,
): Promise<ApplyResult> =>
  told(requests, arrival, 'ANSWERER', ({ half }) =>
    half.side === 'ANSWERER' ? { request: half, tells: [receivedMessageOf(half)] } : { nothing: true },
  );

/** The effects of another agency's messages about requests for information: its own requests, and its answers to this agency's. */
export function requestEffects({ own, requests, findSubject, book }: ReceivingRequests): Effects {
  /** Applies a message, and puts on the list of notices that it came: once for each request. */
  const noted =
    <Data extends { request: string }>(
      kind: NoticeKind,
      apply: (arrival: Arrival<Data>) => Promise<ApplyResult>,
    ) =>
    async (arrival: Arrival<Data>): Promise<ApplyResult> => {
      const { from, at, now, data } = arrival;
      const { request } = data;
      const result = await apply(arrival);
      if (result === 'APPLIED')
        await book.note({ key: `${kind} ${request}`, from, kind, at, receivedAt: now, data: { request } });
      return result;
    };
  const effects: [string, ApplyMessage][] = [
    [
      'concord.request.sent.v1',
      effectOf(
        requestData['concord.request.sent.v1'],
        noted('REQUEST_RECEIVED', async ({ from, now, receivedAt, data }) => {
          const { request, urgency, classes, receivedAt: told, ...content } = data;
          if (askerOf(request) !== from) return { parked: 'NOT_ITS_REQUEST' };
          if (await requests.read(request)) return toldAgain(requests, { from, now, data });
          // This agency's database was restored from before it came: it was received when its receipt was signed.
          const known = told === undefined ? receivedAt : new Date(told);
          const since = new Date(Math.min(known.getTime(), receivedAt.getTime()));
          // The time that is told moves the clock alone: what is looked up is paid for, and was found by a hit, by this agency's receipt.
          const found = await findSubject(from, content, receivedAt);
          const arrived = { request, from, urgency, classes, content, receivedAt: since };
          await requests.insert(receivedRequest(own, arrived, found));
          return 'APPLIED';
        }),
      ),
    ],
    [
      'concord.request.clarified.v1',
      effectOf(
        requestData['concord.request.clarified.v1'],
        noted('REQUEST_CLARIFIED', (arrival) =>
          told(
            requests,
            arrival,
            'ANSWERER',
            ({ half }) => heard(half, 'concord.request.clarified.v1', arrival.receivedAt),
            ({ words }) => ({ ...words, clarification: arrival.data.clarification }),
          ),
        ),
      ),
    ],
    [
      'concord.request.withdrawn.v1',
      effectOf(
        requestData['concord.request.withdrawn.v1'],
        noted('REQUEST_WITHDRAWN', (arrival) =>
          told(requests, arrival, 'ANSWERER', ({ half }) =>
            heard(half, 'concord.request.withdrawn.v1', arrival.receivedAt),
          ),
        ),
      ),
    ],
    [
      'concord.request.received.v1',
      effectOf(requestData['concord.request.received.v1'], (arrival) =>
        told(requests, arrival, 'ASKER', ({ half }) =>
          answered(half, { type: 'concord.request.received.v1', ...arrival.data }, arrival.now),
        ),
      ),
    ],
    [
      'concord.request.questioned.v1',
      effectOf(
        requestData['concord.request.questioned.v1'],
        noted('REQUEST_QUESTIONED', (arrival) => {
          const { question, ...core } = arrival.data;
          return told(
            requests,
            arrival,
            'ASKER',
            ({ half }) => answered(half, { type: 'concord.request.questioned.v1', ...core }, arrival.now),
            ({ words }) => ({ ...words, question }),
          );
        }),
      ),
    ],
    [
      'concord.request.extended.v1',
      effectOf(
        requestData['concord.request.extended.v1'],
        noted('REQUEST_EXTENDED', (arrival) => {
          const { reason, ...core } = arrival.data;
          return told(
            requests,
            arrival,
            'ASKER',
            ({ half }) => answered(half, { type: 'concord.request.extended.v1', ...core }, arrival.now),
            ({ words }) => ({ ...words, extensionReason: reason }),
          );
        }),
      ),
    ],
    [
      'concord.request.ended.v1',
      effectOf(
        requestData['concord.request.ended.v1'],
        noted('REQUEST_ENDED', (arrival) => {
          const { handling, remark, withheld, releaseUntil, ...core } = arrival.data;
          const { answer } = core;
          // Nobody gives away another agency's dossiers, nor this one's.
          if ('release' in answer && ownerOf(releaseNamed(answer.release)?.dossier ?? '') !== arrival.from)
            return Promise.resolve({ parked: 'REQUEST_CONTRADICTED' as const });
          const terms: AnswerTerms | undefined = handling && {
            handling,
            ...(remark !== undefined && { remark }),
            ...(withheld && { withheld }),
            ...(releaseUntil !== undefined && { until: new Date(releaseUntil) }),
          };
          return told(
            requests,
            arrival,
            'ASKER',
            ({ half }) => answered(half, { type: 'concord.request.ended.v1', ...core }, arrival.now),
            ({ words }) => ({ ...words, ...(terms && { terms }) }),
          );
        }),
      ),
    ],
  ];
  return new Map(effects);
}

type Half = RequestContents['half'];

const heard = (
  half: Half,
  type: 'concord.request.clarified.v1' | 'concord.request.withdrawn.v1',
  at: Date,
): AnsweringTransition =>
  half.side === 'ANSWERER' ? answeringTransition(half, { kind: 'TOLD', type, at }) : { nothing: true };

const answered = (half: Half, message: unknown, at: Date): AskedTransition =>
  half.side === 'ASKER'
    ? askedTransition(half, { kind: 'TOLD', message: answerersMessage.parse(message), at })
    : { nothing: true };
