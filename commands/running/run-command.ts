import { SettingsError } from '../../server/settings.ts';
import { messageOf } from './message-of.ts';

/** Writes a line for a person to read; standard output is for what the command was run for. */
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Runs a command to its exit code. A mistake by whoever runs it, or a database that cannot be reached, becomes one line and exit
 * code 1; a line on how the command is used follows, unless a setting is wrong.
 * @param work resolves to the exit code
 */
export async function runCommand(name: string, usage: string, work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    complain(`${name}: ${messageOf(error)}`);
    if (!(error instanceof SettingsError)) complain(`usage: ${usage}`);
    process.exitCode = 1;
  }
}
