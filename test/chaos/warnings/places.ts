const applied = ['blinded', 'evaluated', 'token', 'withdrawn'] as const;

/**
 * The steps that are stored, in this order, when a value that both agencies hold is taken back: its alert is closed at the agency that takes it back, its
 * token waits to be taken back, a round takes it back; the other agency forgets the token, and closes its alert.
 */
export const storedSteps = ['CLOSING', 'LETTING_GO', 'TELLING', 'FORGETTING', 'CLOSING_AS_TOLD'] as const;
export type StoredStep = (typeof storedSteps)[number];
export type When = 'BEFORE' | 'AFTER';

/**
 * The moments of a round at which a process can be killed: before and after it applies a message of each kind, which the other agency's rounds
 * bring, and when its own round is stored and its messages have no numbers yet, or have them and are not sent.
 */
const ofRounds = [
  ...applied.flatMap((kind) => [`BEFORE_${kind}`, `AFTER_${kind}`]),
  'BEFORE_QUEUEING',
  'BEFORE_SENDING',
  'AT_ANY_MOMENT',
];
const ofTakingBack = storedSteps.flatMap((step) => [`BEFORE_${step}`, `AFTER_${step}`]);

/** All of them, those of a round and those of a value that is taken back in turns: while the former go by, values are found that both hold. */
export const places: readonly string[] = ofRounds.flatMap((place, index) => [
  place,
  ...ofTakingBack.slice(index, index + 1),
]);

/** The place at which effects pause, in parts; undefined where it is none of these. */
export function effectAt(place: string): { when: When; type: string } | undefined {
  const [, when, kind] = /^(BEFORE|AFTER)_([a-z]+)$/.exec(place) ?? [];
  return when && kind ? { when: when as When, type: `concord.indicator.${kind}.v1` } : undefined;
}
