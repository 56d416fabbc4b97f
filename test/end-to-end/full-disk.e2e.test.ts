import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { request } from '../support/end-to-end/callers.ts';
import { newSettings, startStack } from '../support/end-to-end/stack.ts';

/** A file that every write to fails for want of space. */
const full = '/dev/full';

(existsSync(full) ? test : test.skip)(
  'a log that has no space is told in one line, and the stack runs without it',
  async () => {
    const settings = await newSettings();
    const log = join(settings.DATA_DIR, 'logs', 'gateway.log');
    mkdirSync(join(settings.DATA_DIR, 'logs'));
    symlinkSync(full, log);
    const stack = await startStack(settings);
    try {
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
  },
);
