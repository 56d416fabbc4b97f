import autocannon from 'autocannon';

export interface Load {
  url: string;
  headers: Record<string, string>;
  body: string;
  seconds: number;
  connections: number;
}

export interface LoadResult {
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  requests: number;
}

/**
 * A second of load before each turn, not counted: connections that were idle while others had theirs are closed by
 * their servers in the moment they are used again, which the stock gateway answers with an error.
 */
export async function warmUp(stack: Load): Promise<void> {
  await run({ ...stack, seconds: 1 });
}

/** @throws when an answer is not a whole one, since a fast error would look like a fast gateway */
export async function load(stack: Load): Promise<LoadResult> {
  const { wrong, result } = await run(stack);
  if (wrong.length > 0 || result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${wrong.length} wrong answers, ${result.non2xx} refused, ${result.errors} broken, from ${stack.url} ${wrong[0] ?? ''}`,
    );
  }
  return {
    requestsPerSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    requests: result.requests.total,
  };
}

async function run({ url, headers, body, seconds, connections }: Load) {
  const wrong: string[] = [];
  const instance = autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    duration: seconds,
    connections,
    setupClient: (client) => {
      client.on('body', (answer) => {
        const text = answer.toString();
        if (!text.includes('"RU-') || !text.includes('"BY-') || text.includes('"errors"'))
          wrong.push(text.slice(0, 300));
      });
    },
  });
  return { wrong, result: await instance };
}
