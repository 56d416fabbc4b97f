import type { RefusalGround, RequestBox, RequestState, RequestUrgency } from '../../../../terms/enums.ts';
import { refusalGrounds, requestBoxes, requestStates, requestUrgencies } from '../../../../terms/enums.ts';
import type { InformationRequest } from './information-request.ts';
import { requestDeadline } from './request-deadline.ts';
import type { RequestRecord } from './request-record.ts';
import { endOf, isOverdue } from './request-state.ts';

/** Figures of the requests of one side and urgency. Nothing of what they are about is in them. */
export interface RequestFigures {
  box: RequestBox;
  urgency: RequestUrgency;
  requests: number;
  open: number;
  overdue: number;
  ends: { state: RequestState; requests: number }[];
  grounds: { ground: RefusalGround; requests: number }[];
  /** The share of those answered in time, of those that were answered or are overdue; undefined where there are none. */
  onTime: number | undefined;
}

interface Counted {
  requests: number;
  open: number;
  overdue: number;
  answered: number;
  inTime: number;
  ends: Map<RequestState, number>;
  grounds: Map<RefusalGround, number>;
}

const nothing = (): Counted => ({
  requests: 0,
  open: 0,
  overdue: 0,
  answered: 0,
  inTime: 0,
  ends: new Map(),
  grounds: new Map(),
});

const add = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);

function count(counted: Counted, half: InformationRequest, now: Date): void {
  counted.requests += 1;
  const end = endOf(half, now);
  if (!end) {
    counted.open += 1;
    if (isOverdue(half, now)) counted.overdue += 1;
    return;
  }
  add(counted.ends, end.kind);
  if (end.answer?.kind === 'REFUSED') add(counted.grounds, end.answer.ground);
  if (end.kind === 'WITHDRAWN' || end.kind === 'LAPSED') return;
  counted.answered += 1;
  const deadline = requestDeadline(half);
  if (!deadline || end.at <= deadline) counted.inTime += 1;
}

const figuresOf = (
  box: RequestBox,
  urgency: RequestUrgency,
  { answered, inTime, ends, grounds, ...counts }: Counted,
): RequestFigures => ({
  box,
  urgency,
  ...counts,
  ends: requestStates.flatMap((state) => {
    const requests = ends.get(state);
    return requests === undefined ? [] : [{ state, requests }];
  }),
  grounds: refusalGrounds.flatMap((ground) => {
    const requests = grounds.get(ground);
    return requests === undefined ? [] : [{ ground, requests }];
  }),
  onTime: answered + counts.overdue === 0 ? undefined : inTime / (answered + counts.overdue),
});

/** Counts requests by side and urgency. A draft that nobody has authorised is none yet. */
export async function requestFigures(
  requests: AsyncIterable<Pick<RequestRecord, 'box' | 'half'>>,
  now: Date,
): Promise<RequestFigures[]> {
  const counted = new Map<string, Counted>();
  const keyOf = (box: RequestBox, urgency: RequestUrgency) => `${box} ${urgency}`;
  for await (const { box, half } of requests) {
    if (half.side === 'ASKER' && !half.authorised) continue;
    const key = keyOf(box, half.urgency);
    const known = counted.get(key) ?? nothing();
    counted.set(key, known);
    count(known, half, now);
  }
  return requestBoxes.flatMap((box) =>
    requestUrgencies.flatMap((urgency) => {
      const known = counted.get(keyOf(box, urgency));
      return known ? [figuresOf(box, urgency, known)] : [];
    }),
  );
}
