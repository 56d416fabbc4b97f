import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seriesOf } from './server.ts';

/** Before MongoDB was the only server here, this file named the one that had written the data. */
const FORMER_NOTE = 'kind';
const NOTE = 'mongodb-version';

/** The files of the server itself, below an agency's data directory. */
export const serverFiles = (dataDirectory: string): string => join(dataDirectory, 'mongodb');

/**
 * The series of MongoDB whose data a directory holds, such as `6.0`; undefined when it holds none yet.
 * @throws when its data is of a server that is no longer used here
 */
export async function seriesIn(dataDirectory: string): Promise<string | undefined> {
  await mkdir(dataDirectory, { recursive: true });
  const former = await note(dataDirectory, FORMER_NOTE);
  if (former !== undefined) {
    const server = former === 'java' ? 'the Java server' : 'a server without a replica set';
    throw new Error(
      `${dataDirectory} holds data of ${server}, which Concord no longer uses: move the directory away, and npm start writes ` +
        'the demo data anew (npm run seed writes other amounts)',
    );
  }
  const version = await note(dataDirectory, NOTE);
  return version && seriesOf(version);
}

/** Notes which server has opened a directory. */
export async function noteVersion(dataDirectory: string, version: string): Promise<void> {
  await writeFile(join(dataDirectory, NOTE), `${version}\n`);
}

async function note(dataDirectory: string, name: string): Promise<string | undefined> {
  const text = await readFile(join(dataDirectory, name), 'utf8').catch(() => '');
  return text.trim() || undefined;
}
