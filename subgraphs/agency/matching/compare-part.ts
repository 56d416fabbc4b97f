import type { EvidenceOutcome } from '../../../terms/enums.ts';
import type { PartFeatures } from './features.ts';
import { intersects } from './intersects.ts';

/** Fewer letters or sounds are no beginning. */
const shortestBeginning = 3;

/** Tells that a surname of which the beginning was typed begins so; only in clear. */
function begins<Token>(one: PartFeatures<Token>, other: PartFeatures<Token>): boolean {
  if (!one.isBeginning) return false;
  const held = other.blocks?.whole ?? [];
  return (one.blocks?.whole ?? []).some(
    (typed) => typed.length >= shortestBeginning && held.some((whole) => whole.startsWith(typed)),
  );
}

/** @param one what is sought, which alone may be an initial or a beginning */
export function comparePart<Token>(
  one: PartFeatures<Token> | undefined,
  other: PartFeatures<Token> | undefined,
): EvidenceOutcome {
  if (!one || !other) return 'MISSING';
  if (one.initials) return intersects(one.initials, other.blocks?.initials ?? []) ? 'CLOSE' : 'CONTRADICTED';
  if (intersects(one.keys, other.keys)) return 'AGREED';
  if (one.isKnown && other.isKnown) return 'CONTRADICTED';
  return intersects(one.slips, other.slips, other.slipPlaces) || begins(one, other)
    ? 'CLOSE'
    : 'CONTRADICTED';
}
