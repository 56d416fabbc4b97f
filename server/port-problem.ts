import { SettingsError } from './settings.ts';

/** Says which variable to change, of an error of listening at a port; another error stays as it is. */
export function portProblem(error: unknown, { port, variable }: { port: number; variable: string }): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new SettingsError(`${variable}: port ${port} is already in use; choose another`);
    case 'EACCES':
      return new SettingsError(`${variable}: port ${port} needs more rights than this process has`);
    default:
      return error;
  }
}
