/**
 * A process that does nothing with what it is asked but pass it on, for benchmarks only: asked for anything by POST, it sends as many
 * bytes as a gateway does to each address, waits for both answers and answers a text that it was given. It is the floor under a
 * federation of so many processes that send each other so much.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { z } from 'zod';
import { type Running, runProcess } from '../../../server/run-process.ts';

const settings = z.object({
  RAW_PORT: z.coerce.number(),
  RAW_ANSWER_FILE: z.string(),
  /** The addresses that are asked, as JSON; none are by the processes that stand for subgraphs. */
  RAW_ASKED: z.string().transform((text) => z.array(z.url()).parse(JSON.parse(text))),
  /** As many bytes as a fetch has, headers left out. */
  RAW_BYTES: z.coerce.number(),
});

async function start(): Promise<Running> {
  const {
    RAW_PORT: port,
    RAW_ANSWER_FILE: file,
    RAW_ASKED: asked,
    RAW_BYTES: bytes,
  } = settings.parse(process.env);
  const answer = readFileSync(file);
  const sent = 'x'.repeat(bytes);
  const headers = { 'content-type': 'application/json', 'x-identity': 'x'.repeat(1_500) };
  const pools = asked.map((url) => new Pool(url, { connections: 64 }));
  const server = createServer(async (request, response) => {
    for await (const _chunk of request);
    const answers = pools.map(async (pool) => {
      const { body } = await pool.request({ method: 'POST', path: '/', headers, body: sent });
      return body.text();
    });
    await Promise.all(answers);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return {
    async stop() {
      for (const pool of pools) await pool.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

await runProcess('raw process', start);
