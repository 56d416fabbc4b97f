/** What a MongoDB server is taken from: a `mongod` on PATH, a downloaded one, or mongo-java-server. */
export const kinds = ['mongod', 'download', 'java'] as const;
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
  /** The last lines that the server wrote, which usually say why; empty when it wrote none. */
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

/** Programs that were found and are ready to run; `name` is what a person calls them. */
export type Launcher = {
  readonly name: string;
  readonly version: string;
  launch(directory: string): Promise<RunningServer>;
};

/** Fails with an error whose message says in one line why this kind cannot be had. */
export type Find = (environment: Environment, report: Report) => Promise<Launcher>;

/** An error's whole message, on one line. */
export function oneLine(error: unknown): string {
  // Not `instanceof Error`: a test runner gives each test an Error of its own, and Node's errors are none of those.
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message).replace(/\s+/g, ' ').trim().slice(0, 500);
}
