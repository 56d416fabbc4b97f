import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { open, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file system that can be full: a few hundred megabytes of memory. */
export interface SmallDisk {
  directory: string;
  /** Writes a file until nothing more fits. */
  fill(): Promise<void>;
  /** How many bytes still fit. */
  room(): Promise<number>;
  /** Removes that file. */
  free(): void;
  unmount(): Promise<void>;
}

/** Enough for a member's data and journal for the whole run. */
const size = '400m';
const block = Buffer.alloc(1 << 20);

/** Only root mounts file systems, and not in every container. */
export async function mountSmallDisk(directory: string): Promise<SmallDisk> {
  mkdirSync(directory, { recursive: true });
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', directory]);
  const filler = join(directory, 'filler');
  return {
    directory: join(directory, 'data'),
    async fill() {
      const file = await open(filler, 'w');
      try {
        // The last blocks go in one by one: a database finds room in what a large one leaves.
        for (let part = block; part.length > 0; ) {
          try {
            await file.write(part);
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
            part = part.subarray(0, part.length >> 1);
          }
        }
      } finally {
        await file.close();
      }
    },
    async room() {
      const { bavail, bsize } = await statfs(directory);
      return bavail * bsize;
    },
    free: () => rmSync(filler, { force: true }),
    async unmount() {
      await run('umount', [directory]).catch(() => run('umount', ['--lazy', directory]));
    },
  };
}
