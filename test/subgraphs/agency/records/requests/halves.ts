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
