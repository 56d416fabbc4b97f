import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A gateway to ask, in processes of its own. */
export interface Gateway {
  endpoint: string;
  token: string;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One that has its answer ready. */
export async function standIn(): Promise<Gateway> {
  const gateway = fork(fileURLToPath(new URL('stand-in-gateway.ts', import.meta.url)));
  const [port] = await once(gateway, 'message');
  return {
    endpoint: `http://127.0.0.1:${port}/graphql`,
    token: 'token',
    stop: async () => {
      gateway.disconnect();
      await once(gateway, 'exit');
    },
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, 'localhost'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** `npm start`: the gateway with both agencies, their databases and the demo data, in a directory that goes with it. */
export async function demoStack(): Promise<Gateway> {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-sdk-'));
  const [gateway, belarus, russia, belarusAttestor, russiaAttestor] = (await freePorts(5)).map(String);
  const env = {
    ...process.env,
    DATA_DIR: directory,
    GATEWAY_PORT: gateway,
    BELARUS_PORT: belarus,
    RUSSIA_PORT: russia,
    BELARUS_ATTESTOR_PORT: belarusAttestor,
    RUSSIA_ATTESTOR_PORT: russiaAttestor,
    // All the load is one caller's.
    CALLER_COST_A_MINUTE: '1000000000',
    CALLER_SECONDS_A_MINUTE: '1000000',
  };
  const script = (name: string) => ['--import', 'tsx', join('workshop/scripts', name)];
  const stack = spawn(process.execPath, script('start.ts'), {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(stack, 'exit');
  const stop = async () => {
    stack.kill('SIGTERM');
    await exited;
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const running = new Promise<void>((resolve) => {
      let said = '';
      stack.stdout.on('data', (chunk) => {
        said += chunk;
        if (said.includes('Ctrl-C stops everything.')) resolve();
      });
    });
    const failed = exited.then(() => Promise.reject(new Error('the stack does not start')));
    await Promise.race([running, failed]);
    const officer = ['--agency', 'belarus', '--role', 'investigator'];
    const { stdout } = await promisify(execFile)(process.execPath, [...script('token.ts'), ...officer], {
      cwd: root,
      env,
    });
    return { endpoint: `http://localhost:${gateway}/graphql`, token: stdout.trim(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
