import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../embedded-mongodb/free-ports.ts';
import { startProcess } from '../../scripts/development/processes.ts';
import type { Stack } from './start-stack.ts';

/** Bytes of a fetch of the profile: its query, its representations and what is around them. */
const bytesOfFetch = 900;

/**
 * The floor: as many processes as a gateway and two subgraphs are, that send each other as many bytes and do nothing else.
 * @param answer the answer of a real stack, half of which each of the two others answers
 */
export async function startRaw(directory: string, answer: string): Promise<Stack> {
  const logDirectory = join(directory, 'logs');
  const processOf = async (name: string, text: string, asked: readonly string[]) => {
    const port = await freePort();
    const file = join(directory, `${name.replaceAll(' ', '-')}.txt`);
    writeFileSync(file, text);
    const environment = {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      RAW_PORT: String(port),
      RAW_ANSWER_FILE: file,
      RAW_ASKED: JSON.stringify(asked),
      RAW_BYTES: String(bytesOfFetch),
    };
    const entry = 'workshop/bench/stacks/raw-process.ts';
    const started = await startProcess({ name, entry, port, environment, logDirectory, readyPath: '/' });
    return { started, url: `http://localhost:${port}/` };
  };
  const half = answer.slice(0, answer.length / 2);
  const parts = [await processOf('raw part one', half, []), await processOf('raw part two', half, [])];
  const front = await processOf(
    'raw front',
    answer,
    parts.map(({ url }) => url),
  );
  const processes = [front, ...parts].map(({ started }) => started);
  return {
    url: front.url,
    processes,
    stop: async () => {
      for (const each of processes) await each.stop();
    },
  };
}
