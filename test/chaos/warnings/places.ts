const applied = ['blinded', 'evaluated', 'token', 'withdrawn'] as const;

/**
 * The moments of a round at which a process can be killed: before and after it applies a message of each kind, which the other agency's rounds
 * bring, and when its own round is stored and its messages have no numbers yet, or have them and are not sent.
 */
export const places = [
  ...applied.flatMap((kind) => [`BEFORE_${kind}`, `AFTER_${kind}`]),
  'BEFORE_QUEUEING',
  'BEFORE_SENDING',
] as readonly string[];

/** The place at which effects pause, in parts; undefined where it is none of these. */
export function effectAt(place: string): { when: 'BEFORE' | 'AFTER'; type: string } | undefined {
  const [, when, kind] = /^(BEFORE|AFTER)_([a-z]+)$/.exec(place) ?? [];
  return when && kind
    ? { when: when as 'BEFORE' | 'AFTER', type: `concord.indicator.${kind}.v1` }
    : undefined;
}
