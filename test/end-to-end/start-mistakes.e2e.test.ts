import { createServer, type Server } from 'node:http';
import { type Ended, ended, launchScript, leftOf } from '../support/end-to-end/processes.ts';
import { copySeededData } from '../support/end-to-end/seeded-data.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { freePort, newSettings, removeDirectory, startScript } from '../support/end-to-end/stack.ts';
import { long } from '../support/long.ts';

const shared = sharedStack();
const portOf = (url: string) => new URL(url).port;

const directories: string[] = [];
afterAll(() => directories.forEach(removeDirectory));

/** Starts a stack that cannot start, and waits until nothing of it is left. */
async function mistaken(wrong: NodeJS.ProcessEnv): Promise<Ended & { left: string[] }> {
  const settings = await newSettings();
  // Or it would write the demo data first, where the mistake is one of a process that starts after that.
  copySeededData(settings.DATA_DIR);
  directories.push(settings.DATA_DIR);
  const result = await ended(launchScript(startScript, { ...settings, ...wrong }));
  return { ...result, left: await leftOf(settings.DATA_DIR) };
}

const oneLineNaming = (variable: string) => ({
  code: 1,
  complaints: [expect.stringMatching(new RegExp(`^\\w+: .*${variable}`))],
  left: [],
});

describe('a setting that is wrong ends the start with one line that names it, and nothing is left running', () => {
  test.each(
    long.rows(
      [
        ['GATEWAY_PORT', 'abc'],
        ['GATEWAY_PORT', '0'],
        ['BELARUS_PORT', '-1'],
        ['CONCORD_MODE', 'x'],
        ['CONCORD_MODE', 'production'],
        ['EMBEDDED_MONGODB', 'x'],
        ['EMBEDDED_MONGODB_CACHE_GB', '0.1'],
        ['BELARUS_MONGODB_URI', 'nowhere'],
        ['BELARUS_MONGODB_URI', 'mongodb://127.0.0.1:1/belarus'],
      ],
      0,
      7,
    ),
  )('%s=%s', async (variable, value) => {
    const { output, ...result } = await mistaken({ [variable]: value });
    expect(result).toEqual(oneLineNaming(variable));
    expect(result.complaints[0]).not.toMatch(/\s+at /);
    expect(output).not.toContain('Concord is running');
  });

  test('a database that is named both in place and by a file', async () => {
    const both = {
      BELARUS_MONGODB_URI: 'mongodb://127.0.0.1:1/belarus',
      BELARUS_MONGODB_URI_FILE: '/nowhere',
    };
    const { output, ...result } = await mistaken(both);
    expect(result).toEqual(oneLineNaming('BELARUS_MONGODB_URI_FILE'));
    expect(output).not.toContain('Concord is running');
  });

  test.each(long.rows(['', '/below'], 0))('a DATA_DIR that is a file%s', async (below) => {
    const { output, ...result } = await mistaken({ DATA_DIR: `${import.meta.filename}${below}` });
    expect(result).toEqual(oneLineNaming('DATA_DIR'));
    expect(output).not.toContain('Concord is running');
  });

  long.test('one port for two', async () => {
    const port = String(await freePort());
    const { output, ...result } = await mistaken({ GATEWAY_PORT: port, BELARUS_PORT: port });
    expect(result).toEqual(oneLineNaming('BELARUS_PORT'));
    expect(output).not.toContain('Concord is running');
  });

  test.each(
    long.rows(
      [
        ['GATEWAY_PORT', shared.gateway],
        ['BELARUS_PORT', shared.belarus],
        ['RUSSIA_PORT', shared.russia],
      ],
      0,
    ),
  )('%s, which another stack listens on', async (variable, url) => {
    const { output, ...result } = await mistaken({ [variable]: portOf(url) });
    expect(result).toEqual(oneLineNaming(variable));
    expect(result.complaints[0]).toContain(portOf(url));
    expect(output).not.toContain('Concord is running');
  });

  test('DATA_DIR, which another stack uses, and that one goes on', async () => {
    const { output: _output, ...result } = await mistaken({ DATA_DIR: shared.dataDirectory });
    expect(result).toEqual(oneLineNaming('DATA_DIR'));
    expect(result.complaints[0]).toContain('in use');
    const { status } = await fetch(`${shared.gateway}/health/ready`);
    expect(status).toBe(200);
  });
});

describe('a port that something else listens on', () => {
  let server: Server | undefined;
  afterAll(() => void server?.close());

  test('is not taken for ours, even when it answers like one of ours', async () => {
    const settings = await newSettings();
    directories.push(settings.DATA_DIR);
    server = createServer((_request, response) => response.end('{"status":"ready"}'));
    await new Promise<void>((resolve) => server?.listen(Number(settings.GATEWAY_PORT), 'localhost', resolve));
    const { output, ...result } = await ended(launchScript(startScript, settings));
    expect({ ...result, left: await leftOf(settings.DATA_DIR) }).toEqual(oneLineNaming('GATEWAY_PORT'));
    expect(output).not.toContain('Concord is running');
  });
});

test('a setting of one process ends the start with a line of that one, and nothing is left running', async () => {
  const { code, complaints, left } = await mistaken({ SUBGRAPH_DEADLINE_MS: 'soon' });
  expect({ code, left }).toEqual({ code: 1, left: [] });
  expect(complaints).toEqual([
    expect.stringMatching(/^gateway: SUBGRAPH_DEADLINE_MS: /),
    'concord: gateway ended before it was ready',
  ]);
});

long.test('a variable that is empty counts as not set', async () => {
  const { complaints } = await mistaken({ GATEWAY_PORT: 'abc', CONCORD_MODE: '', EMBEDDED_MONGODB: '' });
  expect(complaints).toEqual([expect.stringContaining('GATEWAY_PORT')]);
});
