/** The data by which a dossier is found, stored with it: from all its values, whatever their class. */
export interface StoredMatch {
  /** The id of the key that the tokens are under, and their form: `2026-11~2`. */
  key: string;
  /** The tokens of values that another agency may know of, as far as its classes and releases allow. */
  tokens: number[];
  /** The key that the ids of what it shares with other dossiers are under; absent where an earlier version wrote it. */
  nodes?: string;
  /** Those that only values have which wait for a countersignature; absent where there are none. */
  unsigned?: number[];
}
