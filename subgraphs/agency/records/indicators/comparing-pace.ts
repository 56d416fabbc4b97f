import type { RoundSize } from './round-plan.ts';

/** How often and how much an agency compares with each other one. */
export interface ComparingPace {
  /** Milliseconds from one round to the next. */
  rhythm: number;
  /** Blinded elements of a round, and tokens that it tells; one of each is always a dummy. */
  slots: number;
  /** The slots that an agency may use in a day, of another one's work: dummies and withdrawals count too, since nobody can tell them apart. */
  quota: number;
  /** The new identifiers that a case's own officers bring, and those of one officer, that are compared in a day; the rest waits for later days. */
  perDay: number;
}

/** 480 rounds a day of three slots and one withdrawal each: 1,920 of 2,000. */
export const usualPace: ComparingPace = { rhythm: 180_000, slots: 3, quota: 2_000, perDay: 20 };

/** Tokens that a round takes back: of identifiers that are held no more, or else of dummies. */
export const withdrawnOfRound = 1;

/** The most elements that a round has raised to the next epoch, and the most tokens of it that a round tells. */
export const raisedOfRound = 64;

/** Rounds whose tokens may be on their way to the next epoch when an agency says that all of its are there. */
export const roundsOnTheWay = 4;

/** The time after which a round that nobody has answered is given up, in milliseconds: its identifiers wait again. */
export const longestUnanswered = 86_400_000;

/** The most genuine ones of a round: one less than it has slots, so that it leaves a dummy behind that a later round can take back. */
export const genuineOf = ({ slots }: Pick<ComparingPace, 'slots'>): number => slots - 1;

/** The size of a round of identifiers. */
export const sizeOfRound = (pace: Pick<ComparingPace, 'slots'>): RoundSize => ({
  slots: pace.slots,
  genuine: genuineOf(pace),
  told: pace.slots,
  withdrawn: withdrawnOfRound,
});

/** The beginning of the round after that of a moment. */
export const nextRound = (now: Date, { rhythm }: Pick<ComparingPace, 'rhythm'>): Date =>
  new Date(now.getTime() - (now.getTime() % rhythm) + rhythm);
