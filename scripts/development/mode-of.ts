import type { Agency } from '../../identity/agencies.ts';
import type { Mode } from '../../server/settings.ts';

/** A command's mode: unless it is said, production for a database that is named, and development for one of the stack. */
export function modeOf(agency: Agency, environment: NodeJS.ProcessEnv): Mode {
  const variable = `${agency}_MONGODB_URI`;
  const isNamedDatabase = Boolean(environment[variable] || environment[`${variable}_FILE`]);
  const mode = environment.CONCORD_MODE || (isNamedDatabase ? 'production' : 'development');
  return mode === 'development' ? 'development' : 'production';
}
