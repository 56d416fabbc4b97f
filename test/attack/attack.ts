import type { Target } from './target.ts';

/** Something that an attacker tries on a running stack. */
export interface Attack {
  /** The mend that stops it, as `mutants.ts` names it. */
  mend: string;
  /** What the attacker does to what end, as a noun phrase. */
  name: string;
  /**
   * The positive control: the same script against what it may have.
   * @returns whether it got it; an attack whose script cannot succeed anywhere proves nothing
   */
  control(target: Target): Promise<boolean>;
  /**
   * Codes of the product's own refusals, at least one of which the attempt meets where it is held. Absent where nothing is refused and what the
   * attacker wants is just not there.
   */
  heldBy?: readonly string[];
  /** @returns whether the attacker got what he must not have */
  attempt(target: Target): Promise<boolean>;
}

export type Outcome = 'held' | 'succeeded' | 'not able';

/** Carries an attack out, its control first. */
export async function carryOut(attack: Attack, target: Target): Promise<Outcome> {
  if (!(await attack.control(target))) return 'not able';
  return (await attack.attempt(target)) ? 'succeeded' : 'held';
}
