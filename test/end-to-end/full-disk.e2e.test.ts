import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { loaderOf } from '../support/end-to-end/bundle/loader-of.ts';
import { request } from '../support/end-to-end/callers.ts';
import { leftOf } from '../support/end-to-end/processes.ts';
import { copySeededData } from '../support/end-to-end/seeded-data.ts';
import { newSettings, removeDirectory, startScript, startStack } from '../support/end-to-end/stack.ts';
import { until } from '../support/end-to-end/until.ts';
import { testWhere } from '../support/test-where.ts';

/** A file that every write to fails for want of space. */
const full = '/dev/full';

/** Linux has it, and so does every machine that all tests are run on. */
const testOnLinux = testWhere(existsSync(full));

testOnLinux(
  'output that has no space ends nothing: the stack starts, answers and stops in order',
  async () => {
    const settings = await newSettings();
    copySeededData(settings.DATA_DIR);
    const out = openSync(full, 'w');
    const command = [...loaderOf(startScript), startScript];
    const stack = spawn(process.execPath, command, {
      cwd: join(import.meta.dirname, '..', '..'),
      env: {
        PATH: process.env.PATH,
        EMBEDDED_MONGODB: process.env.EMBEDDED_MONGODB,
        HOME: process.env.HOME,
        ...settings,
      },
      stdio: ['pipe', out, out],
    });
    const exited = once(stack, 'exit');
    try {
      const isReady = () =>
        request(`http://localhost:${settings.GATEWAY_PORT}/health/ready`).then(
          ({ status }) => status === 200,
          () => false,
        );
      await until(async () => stack.exitCode !== null || (await isReady()), 120_000);
      expect(await isReady()).toBe(true);
    } finally {
      stack.kill('SIGTERM');
      await exited;
    }
    expect(stack.exitCode).toBe(0);
    expect(await leftOf(settings.DATA_DIR)).toEqual([]);
    removeDirectory(settings.DATA_DIR);
  },
);

testOnLinux('a log that has no space is told in one line, and the stack runs without it', async () => {
  const settings = await newSettings();
  copySeededData(settings.DATA_DIR);
  const log = join(settings.DATA_DIR, 'logs', 'gateway.log');
  mkdirSync(join(settings.DATA_DIR, 'logs'), { recursive: true });
  symlinkSync(full, log);
  const stack = await startStack(settings);
  try {
    // A log's first lines may be written a moment after the process is ready.
    await until(() => stack.process.errors() !== '', 10_000);
    expect(stack.process.errors()).toBe(
      `gateway: ${log} cannot be written (ENOSPC); it goes on without a log\n`,
    );
    // More than a pipe holds, were nobody to read what is logged.
    for (let round = 0; round < 20; round++)
      await Promise.all(Array.from({ length: 40 }, () => request(`${stack.gateway}/health/live`)));
    expect((await request(`${stack.gateway}/health/ready`)).status).toBe(200);
  } finally {
    await stack.remove();
  }
});
