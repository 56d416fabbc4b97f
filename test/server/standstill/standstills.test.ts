import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import type { FastifyRequest } from 'fastify';
import type { NamedOperation } from '../../../server/standstill/refused-until.ts';
import { operationMark, Standstills } from '../../../server/standstill/standstills.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const directory = temporaryDirectory();
const key = randomBytes(32);
const now = 1_000_000_000;
let files = 0;
const newFile = () => {
  files += 1;
  return directory.path(`${files}.standstills`);
};

interface Context {
  subject: string;
  [operationMark]?: { named(): NamedOperation };
}
const asked = (query: string, variables: object = {}) =>
  ({ method: 'POST', body: { query, variables } }) as FastifyRequest;
const contextsOf = (standstills: Standstills, subject: string) =>
  standstills.around(
    async (): Promise<Context> => ({ subject }),
    (context) => ({ agency: 'BELARUS', subject: context.subject }),
  );

/** The note of an operation, as it is left at the end of a process. */
async function noteOf(subject: string, request: FastifyRequest, at = now, its = key): Promise<string> {
  const context = await contextsOf(new Standstills(newFile(), its), subject)(request);
  return `${JSON.stringify({ ...context[operationMark]?.named(), at })}\n`;
}

const nested = '{ belarus { dossiers { nodes { id } } } }';

describe('what a process has noted before it ended itself', () => {
  test('has it refuse that query to its caller when it starts again, and no other, nor to others', async () => {
    const file = newFile();
    writeFileSync(file, await noteOf('one', asked(nested)));
    const standstills = new Standstills(file, key, () => now + 1_000);
    await expect(contextsOf(standstills, 'one')(asked(nested))).rejects.toMatchObject({
      message: expect.stringContaining('refused for another 599 s'),
      extensions: { code: 'TOO_MANY_REQUESTS', http: { status: 429 } },
    });
    await expect(contextsOf(standstills, 'two')(asked(nested))).resolves.toMatchObject({ subject: 'two' });
    await expect(contextsOf(standstills, 'one')(asked(nested, { first: 2 }))).resolves.toBeDefined();
    await expect(contextsOf(standstills, 'one')(asked(`${nested} `))).resolves.toBeDefined();
  });

  test('counts where a line was cut off or is somebody else’s, who has not the key', async () => {
    const file = newFile();
    const theirs = await noteOf('two', asked(nested), now, randomBytes(32));
    writeFileSync(file, `${await noteOf('one', asked(nested))}${theirs}{"caller":"A`);
    const standstills = new Standstills(file, key, () => now);
    expect(standstills.size).toBe(2);
    await expect(contextsOf(standstills, 'one')(asked(nested))).rejects.toThrow('standstill');
    await expect(contextsOf(standstills, 'two')(asked(nested))).resolves.toBeDefined();
  });

  test('is gone after ten minutes', async () => {
    const file = newFile();
    appendFileSync(file, await noteOf('one', asked(nested)));
    const standstills = new Standstills(file, key, () => now + 10 * 60_000);
    expect(standstills.size).toBe(0);
    expect(existsSync(file)).toBe(false);
    await expect(contextsOf(standstills, 'one')(asked(nested))).resolves.toBeDefined();
  });

  test('names an agency at whose answer it stood still: no operation is refused for that', async () => {
    const file = newFile();
    writeFileSync(file, `${JSON.stringify({ agency: 'RUSSIA', at: now })}\n`);
    const standstills = new Standstills(file, key, () => now + 1_000);
    expect([standstills.isBy('RUSSIA'), standstills.isBy('BELARUS'), standstills.size]).toEqual([
      true,
      false,
      0,
    ]);
    expect(existsSync(file)).toBe(true);
    await expect(contextsOf(standstills, 'one')(asked(nested))).resolves.toBeDefined();
    expect(new Standstills(file, key, () => now + 10 * 60_000).isBy('RUSSIA')).toBe(false);
  });

  test('names neither the caller nor what was asked', async () => {
    const note = await noteOf('officer-7', asked(nested, { name: 'Городейко' }));
    expect(note).not.toMatch(/officer|Городейко|dossiers/);
  });
});
