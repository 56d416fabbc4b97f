import type { EvidenceOutcome } from '../../../terms/enums.ts';
import { comparePart } from './compare-part.ts';
import type { Features, PartFeatures } from './features.ts';

type ComparePart<Token> = (
  one: PartFeatures<Token> | undefined,
  other: PartFeatures<Token> | undefined,
) => EvidenceOutcome;

/** The comparers of requests, each by what it seeks, so that what was compared goes with the request. */
const comparers = new WeakMap<object, ComparePart<never>>();

function comparesOnce<Token>(): ComparePart<Token> {
  const outcomes = new Map<PartFeatures<Token>, WeakMap<PartFeatures<Token>, EvidenceOutcome>>();
  return (one, other) => {
    if (!one || !other) return comparePart(one, other);
    const known = outcomes.get(one) ?? new WeakMap<PartFeatures<Token>, EvidenceOutcome>();
    outcomes.set(one, known);
    const outcome = known.get(other) ?? comparePart(one, other);
    known.set(other, outcome);
    return outcome;
  };
}

/**
 * Compares parts of names with those that are sought, each once: hundreds of namesakes share a few parts, and features of an equal part
 * are one object as long as they are kept (`features.ts`, `tokens.ts`).
 */
export function comparePartOnce<Token>(sought: Features<Token>): ComparePart<Token> {
  const known = comparers.get(sought) as ComparePart<Token> | undefined;
  if (known) return known;
  const made = comparesOnce<Token>();
  comparers.set(sought, made as ComparePart<never>);
  return made;
}
