/** Milliseconds of a lease: its life without a renewal, and from one renewal to the next. The first is the longer, or a lease would be lost while all is well. */
export const leaseTimings = { lasts: 4_000, renewAfter: 2_000 } as const;

/** Decides which of an agency's instances sends. It saves work; that nothing is doubled follows from numbers and ids alone. */
export interface Lease {
  /** Takes it, or keeps it; asks the database only when it is due. @returns whether it is held now */
  hold(): Promise<boolean>;
  /** Tells whether it was held when it was last asked for, and nobody else can have taken it since. Asks no database. */
  isHeld(): boolean;
  /** Lets another instance have it at once. */
  release(): Promise<void>;
}
