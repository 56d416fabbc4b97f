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
  /** True where the script itself takes a part of the stack away, so that an outage that it meets says nothing. */
  makesOutages?: true;
  /** The commit in which it was found, where `--against` shows that it succeeds. */
  foundIn?: string;
  /** @returns whether the attacker got what he must not have */
  attempt(target: Target): Promise<boolean>;
}

/**
 * How an attack ended. Only `held` is good: one that some other refusal stopped, or an outage, was not stopped by the defence that is
 * meant.
 */
export type Outcome = 'held' | 'succeeded' | 'not able' | 'held by another' | 'outage' | 'broken';

export interface Ended {
  outcome: Outcome;
  /** What was met, in words. */
  why: string;
}

type Script = (target: Target) => Promise<boolean>;

/** A script's result, and what its answers were; one that throws got nothing. */
async function tried(script: Script, target: Target) {
  target.met.forget();
  try {
    return { got: await script(target), codes: target.met.codes(), outages: target.met.outages() };
  } catch (error) {
    const thrown = error instanceof Error ? error.message : String(error);
    return { got: false, thrown, codes: target.met.codes(), outages: target.met.outages() };
  }
}

type Tried = Awaited<ReturnType<typeof tried>>;

/** Why a script proves nothing, if so: it met an outage that is not its own, or it broke. */
function nothingProven({ outages, thrown }: Tried, { makesOutages }: Attack): Ended | undefined {
  if (outages.length > 0 && !makesOutages) return { outcome: 'outage', why: outages.join(', ') };
  return thrown === undefined ? undefined : { outcome: 'broken', why: thrown };
}

/** Carries an attack out, its control first. */
export async function carryOut(attack: Attack, target: Target): Promise<Ended> {
  const control = await tried((of) => attack.control(of), target);
  const uncontrolled = nothingProven(control, attack);
  if (uncontrolled) return { ...uncontrolled, why: `its control: ${uncontrolled.why}` };
  if (!control.got) return { outcome: 'not able', why: control.codes.join(', ') };
  const attempt = await tried((of) => attack.attempt(of), target);
  // Before all else: an outage may be what the attacker is after.
  if (attempt.got) return { outcome: 'succeeded', why: '' };
  const met = attempt.codes.join(', ');
  const isHeldAsMeant = attack.heldBy?.some((code) => attempt.codes.includes(code)) ?? true;
  return nothingProven(attempt, attack) ?? { outcome: isHeldAsMeant ? 'held' : 'held by another', why: met };
}
