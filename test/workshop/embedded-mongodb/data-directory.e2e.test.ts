import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { choiceOf } from '../../../workshop/embedded-mongodb/find-mongod.ts';
import { startEmbeddedMongoDb } from '../../../workshop/embedded-mongodb/start.ts';
import { inTemporaryDirectory } from './support/temporary.ts';

const starting = (dataDirectory: string) =>
  startEmbeddedMongoDb({ dataDirectory, choice: choiceOf(process.env), report: () => undefined });

const note = async (directory: string, name: string, content: string) => {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, name), content);
};

describe('a directory that another server has written is left as it is, with one line that says what to do', () => {
  test('the Java server', () =>
    inTemporaryDirectory(async (directory) => {
      await note(directory, 'kind', 'java\n');
      await expect(starting(directory)).rejects.toThrow(
        `${directory} holds data of the Java server, which Concord no longer uses: move the directory away, and npm start writes the demo data anew`,
      );
      expect(await readdir(directory)).toEqual(['kind']);
    }));

  test('a MongoDB of another series', () =>
    inTemporaryDirectory(async (directory) => {
      await note(directory, 'mongodb-version', '4.2.25\n');
      await expect(starting(directory)).rejects.toThrow(
        /^No MongoDB server can be had for .* \(.*it is MongoDB [\d.]+, which does not open data of 4\.2.*\)\. Ways out: set BELARUS_MONGODB_URI and RUSSIA_MONGODB_URI to replica sets of your own, put a mongod of MongoDB 4\.2, which wrote the data there, on PATH, or move .* away to start afresh\.$/,
      );
      expect(await readdir(directory)).toEqual(['mongodb-version']);
    }));
});

test('a server that does not start over its directory is one line with its own reason', () =>
  inTemporaryDirectory(async (directory) => {
    await note(join(directory, 'mongodb'), 'WiredTiger.turtle', 'not a data file');
    await note(join(directory, 'mongodb'), 'storage.bson', 'nor this');
    await expect(starting(directory)).rejects.toThrow(
      /^\S*mongod \([\d.]+\) does not start over \S+: mongod ended at once \([\w-]+\): \S.+$/,
    );
  }));
