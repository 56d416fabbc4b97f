import { type Agency, ownerOf } from '../../../../terms/agencies.ts';
import type { NoticeKind } from '../../../../terms/enums.ts';
import { releaseNamed } from '../../../../terms/release-id.ts';
import { askerOf } from '../../../../terms/request-id.ts';
import { type ApplyMessage, type Arrival, type Effects, effectOf } from '../../channel/in/effects.ts';
import type { ApplyResult } from '../../channel/stores/inbox.ts';
import type { ProvenReceipt } from '../../channel/wire/proven-receipt.ts';
import type { AnsweringTransition } from '../../records/requests/answering-event.ts';
import { answeringTransition } from '../../records/requests/answering-transition.ts';
import { type AskedTransition, askedTransition } from '../../records/requests/asked-transition.ts';
import type { AnsweringHalf } from '../../records/requests/information-request.ts';
import { receivedRequest } from '../../records/requests/received-request.ts';
import {
  answerersMessage,
  type ProvenType,
  type ReceiptProof,
} from '../../records/requests/request-messages.ts';
import type { AnswerTerms, RequestContents } from '../../records/requests/request-record.ts';
import { requestData } from '../../records/requests/request-wire.ts';
import { receivedMessageOf } from '../../records/requests/restated-request.ts';
import type { NoticeBook } from '../../storage/notices/notice-book.ts';
import type { RequestStore } from '../../storage/requests/request-store.ts';
import type { FindSubject } from '../../storage/requests/subject-lookups.ts';
import { tellRequest } from './tell-request.ts';

/** The parts of an agency that another agency's messages about requests change. */
export interface ReceivingRequests {
  own: Agency;
  requests: Pick<RequestStore, 'read' | 'insert' | 'replace'>;
  findSubject: FindSubject;
  provenReceipt: ProvenReceipt;
  book: Pick<NoticeBook, 'note'>;
}

/**
 * A request that arrives again is one whose sender may have lost its receipt: the time of it is told again.
 * @param provenAt the time of the first receipt, where it came with it
 */
const toldAgain = (
  requests: ReceivingRequests['requests'],
  arrival: Pick<Arrival<{ request: string }>, 'from' | 'now' | 'data'>,
  provenAt: Date | undefined,
): Promise<ApplyResult> =>
  tellRequest(requests, arrival, 'ANSWERER', ({ half }) => {
    if (half.side !== 'ANSWERER') return { nothing: true };
    const after = provenAt ? proven(half, 'concord.request.sent.v1', provenAt, arrival.now) : half;
    return { request: after, tells: [receivedMessageOf(after)] };
  });

/** The time of the first receipt of a message that is told again; undefined for one that is told for the first time. */
async function firstReceipt<Data extends { proof?: ReceiptProof | undefined }>(
  provenReceipt: ProvenReceipt,
  { from, type, data }: Pick<Arrival<Data>, 'from' | 'type' | 'data'>,
): Promise<Date | undefined> {
  const { proof, ...rest } = data;
  return proof && provenReceipt(proof, { from, type, data: rest });
}

/** Applies a message, and puts on the list of notices that it came: once for each request. */
const noted =
  <Data extends { request: string }>(
    book: ReceivingRequests['book'],
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

/** The effects of the messages of an agency that asks this one. */
const ofAsker = ({
  own,
  requests,
  findSubject,
  provenReceipt,
  book,
}: ReceivingRequests): [string, ApplyMessage][] => [
  [
    'concord.request.sent.v1',
    effectOf(
      requestData['concord.request.sent.v1'],
      noted(book, 'REQUEST_RECEIVED', async (arrival) => {
        const { from, receivedAt, data } = arrival;
        const { request, urgency, classes, proof: _proof, ...content } = data;
        if (askerOf(request) !== from) return { parked: 'NOT_ITS_REQUEST' };
        const provenAt = await firstReceipt(provenReceipt, arrival);
        if (await requests.read(request)) return toldAgain(requests, arrival, provenAt);
        // This agency's database was restored from before it came: it was received when its receipt was signed.
        const since = provenAt ?? receivedAt;
        // That receipt moves the clock alone: what is looked up is paid for, and was found by a hit, as of now.
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
      noted(book, 'REQUEST_CLARIFIED', async (arrival) => {
        const type = 'concord.request.clarified.v1';
        const provenAt = await firstReceipt(provenReceipt, arrival);
        return tellRequest(
          requests,
          arrival,
          'ANSWERER',
          ({ half }) =>
            provenAt && half.side === 'ANSWERER'
              ? answeringTransition(half, { kind: 'PROVEN', type, receivedAt: provenAt, at: arrival.now })
              : heard(half, type, arrival.receivedAt),
          ({ words }) => ({ ...words, clarification: arrival.data.clarification }),
        );
      }),
    ),
  ],
  [
    'concord.request.withdrawn.v1',
    effectOf(
      requestData['concord.request.withdrawn.v1'],
      noted(book, 'REQUEST_WITHDRAWN', (arrival) =>
        tellRequest(requests, arrival, 'ANSWERER', ({ half }) =>
          heard(half, 'concord.request.withdrawn.v1', arrival.receivedAt),
        ),
      ),
    ),
  ],
];

/** The effects of the messages of an agency that this one has asked. */
const ofAnswerer = ({ requests, book }: ReceivingRequests): [string, ApplyMessage][] => [
  [
    'concord.request.received.v1',
    effectOf(requestData['concord.request.received.v1'], (arrival) =>
      tellRequest(requests, arrival, 'ASKER', ({ half }) =>
        answered(half, { type: 'concord.request.received.v1', ...arrival.data }, arrival.now),
      ),
    ),
  ],
  [
    'concord.request.questioned.v1',
    effectOf(
      requestData['concord.request.questioned.v1'],
      noted(book, 'REQUEST_QUESTIONED', (arrival) => {
        const { question, formQuestions, ...core } = arrival.data;
        return tellRequest(
          requests,
          arrival,
          'ASKER',
          ({ half }) => answered(half, { type: 'concord.request.questioned.v1', ...core }, arrival.now),
          ({ words }) => ({
            ...words,
            ...(question !== undefined && { question }),
            ...(formQuestions && { formQuestions }),
          }),
        );
      }),
    ),
  ],
  [
    'concord.request.extended.v1',
    effectOf(
      requestData['concord.request.extended.v1'],
      noted(book, 'REQUEST_EXTENDED', (arrival) => {
        const { reason, ...core } = arrival.data;
        return tellRequest(
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
      noted(book, 'REQUEST_ENDED', (arrival) => {
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
        return tellRequest(
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

/** The effects of another agency's messages about requests for information: its own requests, and its answers to this agency's. */
export const requestEffects = (receiving: ReceivingRequests): Effects =>
  new Map([...ofAsker(receiving), ...ofAnswerer(receiving)]);

type Half = RequestContents['half'];

/** The half by an own receipt that was told back; as it was, where that is no news. */
function proven(half: AnsweringHalf, type: ProvenType, receivedAt: Date, at: Date): AnsweringHalf {
  const after = answeringTransition(half, { kind: 'PROVEN', type, receivedAt, at });
  return 'request' in after ? after.request : half;
}

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
