import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A mistake in the settings of a process, told in one line, without a stack. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** The content of the file that `<NAME>_FILE` names, for secrets that are mounted as files. */
function fileOf(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    throw new SettingsError(`${name}_FILE: cannot be read`);
  }
}

/**
 * An empty variable counts as unset, as `VARIABLE= npm start` means it.
 * @throws SettingsError where both are given: which of two databases or keys is meant is not for us to guess
 */
function variable(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  if (environment[name] && environment[`${name}_FILE`])
    throw new SettingsError(`${name}: is set, and so is ${name}_FILE: give one of them`);
  return environment[name] || fileOf(name, environment);
}

/**
 * Parses the environment once, at start. Each variable can be given as the file `<NAME>_FILE` instead. Values are not
 * repeated in the message, since some are secrets.
 * @throws SettingsError naming every variable that is missing or malformed
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: NodeJS.ProcessEnv,
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.keys(shape).map((name) => [name, variable(name, environment)]));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new SettingsError(problems.join('; '));
}

/** An environment with what nobody has set in it, neither in place nor as a file. */
export function withDefaults(
  defaults: Readonly<Record<string, string>>,
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const unset = Object.entries(defaults).filter(
    ([name]) => !environment[name] && !environment[`${name}_FILE`],
  );
  return { ...environment, ...Object.fromEntries(unset) };
}

const portNumber = 'must be a port number, 0 to 65535';

const anyPort = z
  .string()
  .regex(/^\d{1,5}$/, portNumber)
  .transform(Number)
  .refine((value) => value <= 65535, portNumber);

export const port = (fallback: number) => anyPort.default(fallback);

/** A port that follows from something else where it is not set. */
export const optionalPort = anyPort.optional();

export const milliseconds = (fallback: number) =>
  z.coerce
    .number('must be a number of milliseconds')
    .int('must be a whole number of milliseconds')
    .min(1, 'must be at least 1 millisecond')
    .default(fallback);

export const count = (fallback: number, { least }: { least: number }) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .default(fallback);

/** The longest that a load balancer should need to notice; longer would keep a deployment from ending. */
const longestDrain = 10 * 60_000;

const drain = z.coerce
  .number('must be a number of milliseconds')
  .int('must be a whole number of milliseconds')
  .min(0, 'must be 0 or more milliseconds')
  .max(longestDrain, 'must be at most 10 minutes, in milliseconds')
  .optional();

/** Less is a busy process, not one that stands still. */
const shortestStandstill = 1_000;

const standstill = z.coerce
  .number('must be a number of milliseconds')
  .int('must be a whole number of milliseconds')
  .refine(
    (value) => value === 0 || value >= shortestStandstill,
    'must be 0, or at least 1 second, in milliseconds',
  )
  .default(15_000);

/** The drain where DRAIN_MS is not set: about two probes of a load balancer in production; nothing balances in development. */
const defaultDrain: Record<Mode, number> = { development: 0, production: 5_000 };

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Settings that every process reads. A process started by hand is in production unless it says otherwise. */
export const processSettings = {
  CONCORD_MODE: z
    .enum(['development', 'production'], 'must be development or production')
    .default('production'),
  HOST: z.string().default('localhost'),
  DRAIN_MS: drain,
  STANDSTILL_MS: standstill,
  STATE_DIRECTORY: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
};

export type Mode = z.output<(typeof processSettings)['CONCORD_MODE']>;

/**
 * Time, in milliseconds, for which a process that was told to end goes on serving while it says that it is not ready.
 */
export const drainOf = ({ CONCORD_MODE, DRAIN_MS }: { CONCORD_MODE: Mode; DRAIN_MS?: number | undefined }) =>
  DRAIN_MS ?? defaultDrain[CONCORD_MODE];
