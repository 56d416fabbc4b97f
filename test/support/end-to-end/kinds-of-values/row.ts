export type Content = Record<string, unknown>;

/** One kind of value: what is written of it, and what then is read. */
export interface Row {
  written: Content;
  /** What takes its place when it was wrong. */
  corrected: Content;
  /** What is read of each, where that is more or other than what was written. */
  shows?: [written: Content, corrected: Content];
  /** The dossier's field that it is read in, where that is another than it is written in. */
  readIn?: string;
  /** It is neither corrected nor taken out by amending: its own steps alone change it. */
  hasSteps?: true;
}

/** The rows of each field of a dossier that an officer writes. */
export type Rows = Readonly<Record<string, readonly Row[]>>;
