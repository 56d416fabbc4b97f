import { randomFrom } from '../requests/random.ts';

/** How often each thing happens, beside the others. */
const weights = {
  STEP: 14,
  DELIVER: 11,
  WAIT: 4,
  GREET: 1.5,
  SETTLE: 2,
  GRANT: 1.5,
  RECALL: 0.1,
  MEASURE: 0.7,
  LEAD: 0.15,
  RESTORE: 0.4,
  RESTART: 0.25,
} as const;
export type HappeningKind = keyof typeof weights;
const kinds = Object.keys(weights) as HappeningKind[];
const whole = kinds.reduce((sum, kind) => sum + weights[kind], 0);

/** Something that happens at an agency; the numbers, from 0 to 1 each, choose how. */
export interface Happening {
  kind: HappeningKind;
  side: 'BELARUS' | 'RUSSIA';
  by: number;
  how: number;
  much: number;
  which: number;
}

/** A whole life of an operation at both agencies, before it is lived. */
export interface History {
  /** Days until its first day, and from that to its last. */
  ahead: number;
  days: number;
  /** Milliseconds that Russia's clock is ahead. */
  skew: number;
  /** Officers send offers back more often than they accept them. */
  isBargaining: boolean;
  happenings: Happening[];
}

function kindAt(place: number): HappeningKind {
  let left = place * whole;
  for (const kind of kinds) {
    left -= weights[kind];
    if (left < 0) return kind;
  }
  return 'DELIVER';
}

/** Steps and deliveries by which two agencies agree; left to chance alone, few would. */
const usualBeginning: readonly Pick<Happening, 'kind' | 'side' | 'by' | 'which'>[] = [
  { kind: 'STEP', side: 'BELARUS', by: 0.6, which: 0.1 },
  { kind: 'DELIVER', side: 'RUSSIA', by: 0.6, which: 0.1 },
  { kind: 'STEP', side: 'RUSSIA', by: 0.1, which: 0.1 },
  { kind: 'STEP', side: 'RUSSIA', by: 0.6, which: 0.1 },
  { kind: 'DELIVER', side: 'BELARUS', by: 0.6, which: 0.1 },
];

const shortest = 15;
const longest = 90;
const tenMinutes = 600_000;

/** The history that a seed stands for. */
export function historyOf(seed: number): History {
  const random = randomFrom(seed);
  const length = shortest + Math.floor(random() * (longest - shortest));
  const isEven = random() < 0.5;
  const isBargaining = random() < 0.15;
  const isUsual = !isBargaining && random() < 0.85;
  return {
    ahead: Math.floor(random() ** 3 * 40),
    days: 2 + Math.floor(random() ** 2 * 60),
    skew: isEven ? 0 : Math.round((random() * 2 - 1) * tenMinutes),
    isBargaining,
    happenings: Array.from({ length }, (_, place) => {
      const happening: Happening = {
        kind: kindAt(random()),
        side: random() < 0.5 ? 'BELARUS' : 'RUSSIA',
        ...{ by: random(), how: random(), much: random(), which: random() },
      };
      return isUsual ? { ...happening, ...usualBeginning[place], ...(place < 5 && { how: 0.3 }) } : happening;
    }),
  };
}
