import { randomFrom } from './random.ts';

interface KindOfHappening {
  /** How often it happens, beside the others. */
  weight: number;
  /** The events that come of it, where they are not called as it is. */
  events?: readonly string[];
}

const happenings = {
  AUTHORISE: { weight: 3 },
  SEND: { weight: 3 },
  CLARIFY: { weight: 4 },
  WITHDRAW: { weight: 0.15 },
  CLOSE: { weight: 0.5 },
  TAKE_UP: { weight: 0.5 },
  ASSIGN: { weight: 0.3 },
  QUESTION: { weight: 1 },
  ACCEPT: { weight: 3 },
  EXTEND: { weight: 2 },
  PROPOSE: { weight: 6 },
  DECIDE: { weight: 6 },
  FIND: { weight: 2, events: ['FOUND'] },
  SIGN_ASKERS_WORDS: { weight: 4, events: ['SIGN_WORDS'] },
  SIGN_ANSWERERS_WORDS: { weight: 3, events: ['SIGN_WORDS'] },
  WAIT: { weight: 3, events: ['TIME'] },
  RESTATE: { weight: 0.4 },
  DELIVER: { weight: 9, events: ['RECEIPT', 'TOLD'] },
} as const satisfies Record<string, KindOfHappening>;
export type HappeningKind = keyof typeof happenings;
const kinds = Object.keys(happenings) as HappeningKind[];

/** Every event of a request's life. */
export const events: readonly string[] = [
  ...new Set(
    Object.entries<KindOfHappening>(happenings).flatMap(([kind, { events: named = [kind] }]) => named),
  ),
];

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

const whole = kinds.reduce((sum, kind) => sum + happenings[kind].weight, 0);

function kindAt(place: number): HappeningKind {
  let left = place * whole;
  for (const kind of kinds) {
    left -= happenings[kind].weight;
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
