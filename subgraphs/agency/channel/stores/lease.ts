/** Decides which of an agency's instances sends. It saves work; that nothing is doubled follows from numbers and ids alone. */
export interface Lease {
  /** Takes it, or keeps it; asks the database only when it is due. @returns whether it is held now */
  hold(): Promise<boolean>;
  /** Tells whether it was held when it was last asked for, and nobody else can have taken it since. Asks no database. */
  isHeld(): boolean;
  /** Lets another instance have it at once. */
  release(): Promise<void>;
}
