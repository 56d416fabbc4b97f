/** How often and how much an agency compares its measures with each other one. */
export interface MeasurePace {
  /** Milliseconds from one round to the next. */
  rhythm: number;
  /** Blinded elements of a round; one is always a dummy. */
  slots: number;
  /** The elements that an agency evaluates in a day for another one; dummies count too, since nobody can tell them apart. */
  quota: number;
  /** The measures of one officer, and those of one case, that are compared in a day; the rest waits for later days. */
  perOfficer: number;
  perCase: number;
}

/** 96 rounds a day of eight elements: 768 of 800, of which 672 are of measures. */
export const usualMeasurePace: MeasurePace = {
  rhythm: 900_000,
  slots: 8,
  quota: 800,
  perOfficer: 5,
  perCase: 10,
};

/** The most genuine elements of a round, the most genuine tokens that it tells, and the tokens that it takes back. */
export const genuineOfRound = ({ slots }: Pick<MeasurePace, 'slots'>): number => slots - 1;

/**
 * The tokens that a round tells. As many of them are dummies as it takes tokens back, at least: otherwise a week of many measures would use the dummies
 * up, and rounds that take back fewer would tell how many tokens are none.
 */
export const toldOfRound = (pace: Pick<MeasurePace, 'slots'>): number => 2 * genuineOfRound(pace);

/** The time after which a measure that not everything of has been compared of says so, in milliseconds. */
export const longestUnchecked = 86_400_000;

/** Days for which a token counts: a window begins 90 days ahead at most, has 14 days, and its last week ends nine days later. */
export const tokenDays = 114;

/** Days for which new measures are evaluated under the keys of two epochs: until the last window is over that was compared in the old one alone. */
export const bothEpochsDays = 104;
