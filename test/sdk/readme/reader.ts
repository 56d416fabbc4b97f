import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { removeDirectory } from '../../support/end-to-end/stack.ts';

const run = promisify(execFile);
const root = new URL('../../../', import.meta.url);

/** Somebody who does in an empty folder what the README says, with the package as it is packed. */
export interface Reader {
  write(file: string, content: string): void;
  /**
   * Runs printed lines, and answers what they print.
   * @param node whose Node they are run with; the one that runs the tests unless given
   */
  run(lines: string, node?: string): Promise<string>;
  /** Starts what a printed line serves. */
  serve(line: string, environment: NodeJS.ProcessEnv): void;
  /** Stops what was started, and leaves nothing behind. */
  end(): void;
}

/** @param environment what the README tells to set */
export async function reader(environment: NodeJS.ProcessEnv): Promise<Reader> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-sdk-'));
  const servers: ChildProcess[] = [];
  const repository = join(folder, 'concord');
  mkdirSync(repository);
  await run('npm', ['pack', '-w', 'sdk', '--silent', '--pack-destination', repository], { cwd: root });
  const project = join(folder, 'project');
  mkdirSync(project);
  const pathTo = (node: string) => [dirname(node), process.env.PATH].join(delimiter);
  const env: NodeJS.ProcessEnv = {
    PATH: pathTo(process.execPath),
    HOME: process.env.HOME,
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    ...environment,
  };
  return {
    write: (file, content) => writeFileSync(join(project, file), content),
    async run(lines, node = process.execPath) {
      const options = { cwd: project, env: { ...env, PATH: pathTo(node) }, maxBuffer: 10 * 1024 * 1024 };
      return (await run('sh', ['-ec', lines], options)).stdout;
    },
    serve(line, own) {
      const [program = '', ...given] = line.trim().split(' ');
      servers.push(spawn(program, given, { cwd: project, env: { ...env, ...own }, stdio: 'inherit' }));
    },
    end() {
      for (const server of servers) server.kill();
      removeDirectory(folder);
    },
  };
}
