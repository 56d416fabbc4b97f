/**
 * A key by sound in which sounds that a keyboard without marks writes alike are one: Staskievic of Сташкевіч, Hrodna and Grodno.
 * Two parts with one in common are close.
 */
export const coarseKey = (key: string): string =>
  key
    .replace(/[WXQC]/g, 'S')
    .replace(/H/g, 'G')
    .replace(/F/g, 'V')
    .replace(/(.)\1+/g, '$1')
    // ш and ж make а of е where с and з do not.
    .replace(/SE/g, 'SA');

/** Shorter ones have too many neighbours to find anything by. */
const shortestSkeleton = 2;

/** The consonants of a key: what nearly all spellings of a name, and most slips, leave as they are. */
export function skeletonOf(key: string): string {
  const coarse = coarseKey(key);
  const consonants = coarse.replace(/[AEIU]/g, '');
  return consonants.length < shortestSkeleton ? coarse : consonants;
}
