import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { until } from './until.ts';

/** A shell in the project's folder, into which somebody pastes lines. */
export interface Shell {
  /** What the lines print. @throws with what they complain of */
  paste(lines: string): Promise<string>;
  end(): void;
}

const root = join(import.meta.dirname, '..', '..', '..');

export function openShell(environment: NodeJS.ProcessEnv): Shell {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  const bash = spawn('bash', ['--noprofile', '--norc'], { cwd: root, env });
  let output = '';
  let errors = '';
  bash.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  bash.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  let pasted = 0;
  return {
    async paste(lines) {
      const end = `pasted ${++pasted}\n`;
      output = '';
      errors = '';
      bash.stdin.write(`${lines}\necho '${end.trim()}'\n`);
      await until(
        () => output.endsWith(end),
        60_000,
        () => output + errors,
      );
      if (errors !== '') throw new Error(errors);
      return output.slice(0, -end.length);
    },
    end: () => void bash.kill(),
  };
}
