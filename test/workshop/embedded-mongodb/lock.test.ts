import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lockDataDirectory } from '../../../workshop/embedded-mongodb/lock.ts';
import { inTemporaryDirectory } from './support/temporary.ts';

describe('a data directory has one holder', () => {
  test('the first gets it, created; a second is refused by name; the next one after its release gets it', () =>
    inTemporaryDirectory(async (parent) => {
      const directory = join(parent, 'data', 'belarus');
      const said: string[] = [];
      const release = await lockDataDirectory(directory, (line) => said.push(line));
      expect((await stat(directory)).isDirectory()).toBe(true);
      expect(said).toEqual([]);

      await expect(lockDataDirectory(directory, (line) => said.push(line))).rejects.toThrow(
        `${directory} is in use by another running stack: stop that one, or set DATA_DIR to another directory`,
      );
      expect(said).toEqual([`${directory} is locked: looking whether its holder still runs`]);

      await release();
      const releaseAgain = await lockDataDirectory(directory, (line) => said.push(line));
      await releaseAgain();
      expect(said).toHaveLength(1);
    }));

  test('two directories have a holder each', () =>
    inTemporaryDirectory(async (parent) => {
      const releases = await Promise.all(
        ['belarus', 'russia'].map((name) => lockDataDirectory(join(parent, name), () => undefined)),
      );
      await Promise.all(releases.map((release) => release()));
      expect(releases).toHaveLength(2);
    }));

  test('releasing twice is harmless', () =>
    inTemporaryDirectory(async (directory) => {
      const release = await lockDataDirectory(directory, () => undefined);
      await release();
      await expect(release()).resolves.toBeUndefined();
    }));
});
