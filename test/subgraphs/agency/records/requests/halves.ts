import type { AnsweringEvent } from '../../../../../subgraphs/agency/records/requests/answering-event.ts';
import { answeringTransition } from '../../../../../subgraphs/agency/records/requests/answering-transition.ts';
import type {
  AnsweringHalf,
  AskedHalf,
} from '../../../../../subgraphs/agency/records/requests/information-request.ts';

/** A moment so many hours after noon on 1 June 2026. */
export const hours = (count: number): Date => new Date(Date.UTC(2026, 5, 1, 12) + count * 3_600_000);

export const asked = (changes: Partial<AskedHalf> = {}): AskedHalf => ({
  side: 'ASKER',
  id: 'Q-1',
  asker: 'BELARUS',
  answerer: 'RUSSIA',
  urgency: 'URGENT_AVAILABLE',
  classes: ['IDENTITY', 'CONTACT'],
  isHeld: true,
  drafted: { by: 'analyst', at: hours(-2) },
  ...changes,
});

/** One that was received at noon. */
export const sent = (changes: Partial<AskedHalf> = {}): AskedHalf =>
  asked({
    authorised: { by: 'supervisor', at: hours(-1) },
    sentAt: hours(-1),
    receivedAt: hours(0),
    ...changes,
  });

/** One that was received at noon, and whose form is in order. */
export const answering = (changes: Partial<AnsweringHalf> = {}): AnsweringHalf => ({
  side: 'ANSWERER',
  id: 'Q-1',
  asker: 'BELARUS',
  answerer: 'RUSSIA',
  urgency: 'URGENT_AVAILABLE',
  classes: ['IDENTITY', 'CONTACT'],
  receivedAt: hours(0),
  isHeld: true,
  isFound: true,
  accepted: { by: 'liaison', at: hours(0) },
  ...changes,
});

/** The half after these events, each of which changes it or is nothing to it. */
export function halfAfter(request: AnsweringHalf, ...events: AnsweringEvent[]): AnsweringHalf {
  return events.reduce((half, event) => {
    const next = answeringTransition(half, event);
    if ('refused' in next) throw new Error(next.refused);
    return 'request' in next ? next.request : half;
  }, request);
}
