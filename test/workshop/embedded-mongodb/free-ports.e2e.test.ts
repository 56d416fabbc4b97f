import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePorts } from '../../../workshop/embedded-mongodb/free-ports.ts';

const file = join(import.meta.dirname, '../../../workshop/embedded-mongodb/free-ports.ts');
const script = `import { freePorts } from ${JSON.stringify(file)};
process.stdout.write(JSON.stringify(await freePorts(600)) + '\\n');
process.stdin.resume().once('end', () => process.exit());`;

/** Ports that another process has been given, which lives until the test ends. */
async function givenElsewhere(): Promise<{ ports: number[]; end(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
  const exited = once(child, 'exit');
  let written = '';
  for await (const chunk of child.stdout) {
    written += chunk;
    if (written.endsWith('\n')) break;
  }
  return {
    ports: JSON.parse(written),
    async end() {
      child.stdin.end();
      await exited;
    },
  };
}

describe('free ports', () => {
  test('are below those that the system gives by itself, with those of metrics, and no two the same', async () => {
    const ports = await freePorts(100);
    expect(new Set(ports).size).toBe(100);
    expect(Math.min(...ports)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...ports)).toBeLessThan(25_000);
  });

  test('are none of those that another process has been given and does not use yet', async () => {
    const other = await givenElsewhere();
    const own = await freePorts(600);
    expect(own.filter((port) => other.ports.includes(port))).toEqual([]);
    await other.end();
  });

  test('can be listened at', async () => {
    const [port] = await freePorts(1);
    const server = createServer().listen(port);
    await once(server, 'listening');
    await once(server.close(), 'close');
  });
});
