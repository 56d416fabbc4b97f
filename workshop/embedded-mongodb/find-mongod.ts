import { findMongodOnPath } from './on-path.ts';
import {
  type Choice,
  choices,
  type Environment,
  type Find,
  type Kind,
  kinds,
  type Mongod,
  oneLine,
  type Report,
} from './server.ts';
import { findWheel } from './wheel.ts';

/** Loaded on demand: the library that downloads brings a database driver along, and both take long to load. */
const findDownload: Find = async (...asked) => (await import('./download.ts')).findDownload(...asked);

const find: Record<Kind, Find> = { mongod: findMongodOnPath, download: findDownload, wheel: findWheel };

/** The choice that EMBEDDED_MONGODB names; `auto` when it is not set. */
export function choiceOf(environment: Environment): Choice {
  const named = environment.EMBEDDED_MONGODB || 'auto';
  const choice = choices.find((each) => each === named);
  if (choice === undefined) {
    throw new Error(`EMBEDDED_MONGODB is "${named}"; it can be ${choices.join(', ')}`);
  }
  return choice;
}

export type FindOptions = {
  readonly choice: Choice;
  readonly report: Report;
  readonly environment?: Environment;
  /** The only series that will do, such as `6.0`. */
  readonly series?: string | undefined;
};

/**
 * A `mongod` that runs on this machine: the one on PATH, a downloaded one, or that of the Python package.
 * @throws with one line that has the reason for each kind that was passed over
 */
export async function findMongod(options: FindOptions): Promise<Mongod> {
  const { choice, report, environment = process.env, series } = options;
  const passedOver: string[] = [];
  for (const kind of choice === 'auto' ? kinds : [choice]) {
    try {
      return await findOnce(kind, environment, report, series);
    } catch (error) {
      const reason = `${kind}: ${oneLine(error)}`;
      report(`passed over ${reason}`);
      passedOver.push(reason);
    }
  }
  throw new Error(passedOver.join('; '));
}

const found = new WeakMap<Environment, Map<string, Promise<Mongod>>>();

/** Two agencies start at the same time, and one search or download is enough for both. */
function findOnce(
  kind: Kind,
  environment: Environment,
  report: Report,
  series: string | undefined,
): Promise<Mongod> {
  const ofEnvironment = found.get(environment) ?? new Map<string, Promise<Mongod>>();
  found.set(environment, ofEnvironment);
  const key = `${kind} ${series ?? ''}`;
  const mongod = ofEnvironment.get(key) ?? find[kind](environment, report, series);
  ofEnvironment.set(key, mongod);
  return mongod;
}
