import type { Random } from '../chance/random.ts';

/**
 * Well-formed numbers that nobody can have. Neither country sets numbers aside for fiction, but in both a national number
 * begins with an area or operator code, and none begins with 0: in Belarus 0 is part of the trunk prefix (8 0), in Russia
 * codes begin with 3, 4, 8 and 9. So +375 0… and +7 0… cannot be dialled, and still tell the country at a glance.
 */
export function phoneNumber(random: Random): string {
  const country = random.pick(['+37500', '+7000'] as const);
  return `${country}${random.between(0, 9_999_999).toString().padStart(7, '0')}`;
}
