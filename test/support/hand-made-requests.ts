import type { AnsweringEvent } from '../../subgraphs/agency/records/requests/answering-event.ts';
import { answeringTransition } from '../../subgraphs/agency/records/requests/answering-transition.ts';
import {
  type AskedEvent,
  askedTransition,
} from '../../subgraphs/agency/records/requests/asked-transition.ts';
import { newRequest } from '../../subgraphs/agency/records/requests/new-request.ts';
import type { Draft } from '../../subgraphs/agency/records/requests/read-draft.ts';
import { receivedRequest } from '../../subgraphs/agency/records/requests/received-request.ts';
import { contentsOf } from '../../subgraphs/agency/records/requests/request-change.ts';
import { withColumns } from '../../subgraphs/agency/records/requests/request-columns.ts';
import type { RequestRecord } from '../../subgraphs/agency/records/requests/request-record.ts';

/** The state that a request of Belarus's has come to. */
export type RequestStage =
  | 'DRAFT'
  | 'SENT'
  | 'QUESTIONED'
  | 'ENDED'
  | 'RECEIVED'
  | 'WORDED'
  | 'ACCEPTED'
  | 'PROPOSED';

interface Given {
  /** Its own characters, which make its id. */
  name: string;
  /** The dossier that a received one is about. */
  dossier: string;
  cases?: readonly string[];
  at?: Date;
}

const classes = ['CONTACT', 'IDENTITY'] as const;
const hour = 3_600_000;

function asked(stage: RequestStage, { name, at = new Date() }: Given): RequestRecord {
  const mandate = {
    purpose: 'INVESTIGATION',
    legalBasis: 'COOPERATION_AGREEMENT',
    case: 'BY-2026-000001',
  } as const;
  const draft: Draft = {
    to: 'RUSSIA',
    classes: [...classes],
    urgency: 'OTHER',
    subject: { dossier: `RU-${name}` },
    offence: '209',
    necessity: 'Calls came from this person',
  };
  const author = {
    by: 'drafter',
    at,
    mandate,
    idempotency: { key: `key of ${name}`, fingerprint: 'unused' },
  };
  const made = newRequest('BELARUS', draft, author);
  const id = `BYQ-${name}`;
  const record: RequestRecord = { ...made, _id: id, half: { ...made.half, id } };
  let { half } = record;
  const evidence = { request: id, receivedAt: at.toISOString(), at: at.toISOString() };
  const events: AskedEvent[] = [
    { kind: 'AUTHORISE', by: 'authoriser', at },
    { kind: 'SEND', at },
    { kind: 'RECEIPT', of: 'concord.request.sent.v1', at },
    stage === 'QUESTIONED'
      ? { kind: 'TOLD', at, message: { type: 'concord.request.questioned.v1', ...evidence } }
      : {
          kind: 'TOLD',
          at,
          message: { type: 'concord.request.ended.v1', ...evidence, answer: { kind: 'NO_DATA' } },
        },
  ];
  const lived = { DRAFT: 0, SENT: 3 }[stage as string] ?? 4;
  for (const event of events.slice(0, lived)) {
    const after = half.side === 'ASKER' && askedTransition(half, event);
    if (after && 'request' in after) half = after.request;
  }
  return withColumns({ ...contentsOf(record), half }, at);
}

function received(stage: RequestStage, { name, dossier, cases, at = new Date() }: Given): RequestRecord {
  const content = {
    case: 'RU-2026-000001',
    purpose: 'INVESTIGATION',
    legalBasis: 'COOPERATION_AGREEMENT',
    subject: { dossier },
    offence: '159',
    necessity: 'Calls came from this person',
  } as const;
  const arrived = {
    request: `RUQ-${name}`,
    from: 'RUSSIA',
    urgency: 'OTHER',
    classes,
    content,
    receivedAt: at,
  } as const;
  const record = receivedRequest('BELARUS', arrived, { dossier, isHeld: true });
  let { half } = record;
  const release = `R-${dossier}-V${name.slice(0, 12)}`;
  const question: AnsweringEvent = { kind: 'QUESTION', by: 'writer', at, isListed: false };
  const events: AnsweringEvent[] = [
    stage === 'WORDED' ? question : { kind: 'ACCEPT', by: 'acceptor', at },
    { kind: 'PROPOSE', by: 'proposer', at, answer: { kind: 'GRANTED', classes, release } },
  ];
  const lived = { RECEIVED: 0, WORDED: 1, ACCEPTED: 1 }[stage as string] ?? 2;
  for (const event of events.slice(0, lived)) {
    const after = half.side === 'ANSWERER' && answeringTransition(half, event);
    if (after && 'request' in after) half = after.request;
  }
  const words =
    stage === 'PROPOSED'
      ? { terms: { handling: 'H0' as const, until: new Date(at.getTime() + 30 * 24 * hour) } }
      : { ...(stage === 'WORDED' && { waiting: 'Which of the two numbers is meant?' }) };
  return withColumns({ ...contentsOf(record), half, words, ...(cases && { cases: [...cases] }) }, at);
}

/** A request that Belarus has sent to Russia, or received from it, as its database holds it. */
export const requestAt = (stage: RequestStage, given: Given): RequestRecord =>
  ['RECEIVED', 'WORDED', 'ACCEPTED', 'PROPOSED'].includes(stage)
    ? received(stage, given)
    : asked(stage, given);
