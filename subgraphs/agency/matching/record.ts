/** What a dossier is found by, stored with it: of all its values, whatever their class. */
export interface StoredMatch {
  /** The id of the key that the tokens are under. */
  key: string;
  tokens: number[];
}
