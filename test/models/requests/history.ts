import { randomFrom } from './random.ts';

export const happeningKinds = [
  'AUTHORISE',
  'SEND',
  'CLARIFY',
  'WITHDRAW',
  'CLOSE',
  'TAKE_UP',
  'ASSIGN',
  'QUESTION',
  'ACCEPT',
  'EXTEND',
  'PROPOSE',
  'DECIDE',
  'FIND',
  'SIGN_ASKERS_WORDS',
  'SIGN_ANSWERERS_WORDS',
  'WAIT',
  'RESTATE',
  'DELIVER',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/** Something that happens in a history; the numbers choose how. */
export interface Happening {
  kind: HappeningKind;
  /** From 0 to 1 each. */
  by: number;
  how: number;
  much: number;
}

export const subjects = ['HIT', 'DOSSIER', 'CRITERIA'] as const;

/** A whole life of a request, before it is lived. */
export interface History {
  /** How the agency that asks names its subject: by a hit, which may be stale, by a dossier's id, or by what it knows of a person. */
  subject: (typeof subjects)[number];
  isHitStale: boolean;
  isFound: boolean;
  /** The record is not known yet when the request arrives. */
  isFoundLate: boolean;
  urgency: number;
  /** Milliseconds that the answering agency's clock is ahead. */
  skew: number;
  happenings: Happening[];
}

const weights: Readonly<Record<HappeningKind, number>> = {
  AUTHORISE: 3,
  SEND: 3,
  CLARIFY: 4,
  WITHDRAW: 0.15,
  CLOSE: 0.5,
  TAKE_UP: 0.5,
  ASSIGN: 0.3,
  QUESTION: 1,
  ACCEPT: 3,
  EXTEND: 2,
  PROPOSE: 6,
  DECIDE: 6,
  FIND: 2,
  SIGN_ASKERS_WORDS: 4,
  SIGN_ANSWERERS_WORDS: 3,
  WAIT: 3,
  RESTATE: 0.4,
  DELIVER: 9,
};
const whole = Object.values(weights).reduce((sum, weight) => sum + weight, 0);

function kindAt(place: number): HappeningKind {
  let left = place * whole;
  for (const kind of happeningKinds) {
    left -= weights[kind];
    if (left < 0) return kind;
  }
  return 'DELIVER';
}

const usualBeginning: readonly HappeningKind[] = [
  'AUTHORISE',
  'AUTHORISE',
  'SEND',
  'WAIT',
  'DELIVER',
  'DELIVER',
  'DELIVER',
  'DELIVER',
];
const longest = 60;
const tenMinutes = 600_000;

const subjectAt = (place: number): History['subject'] =>
  place < 0.6 ? 'HIT' : place < 0.8 ? 'DOSSIER' : 'CRITERIA';

/** The history of a seed, the same whenever it is asked for. */
export function historyOf(seed: number): History {
  const random = randomFrom(seed);
  // Left to chance alone, few requests would ever arrive.
  const isUsual = random() < 0.8;
  const length = 12 + Math.floor(random() * (longest - 12));
  return {
    subject: subjectAt(random()),
    isHitStale: random() < 0.2,
    isFound: random() < 0.7,
    isFoundLate: random() < 0.3,
    urgency: random(),
    skew: Math.round((random() * 2 - 1) * tenMinutes),
    happenings: Array.from({ length }, (_, place) => ({
      kind: isUsual ? (usualBeginning[place] ?? kindAt(random())) : kindAt(random()),
      by: random(),
      how: random(),
      much: random(),
    })),
  };
}
