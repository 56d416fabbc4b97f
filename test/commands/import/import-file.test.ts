import { type ImportSteps, importFile, newTally } from '../../../commands/import/import-file.ts';

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => JSON.stringify({ key: `k${index + 1}`, dossier: {} }));

async function* chunksOf(text: readonly string[]) {
  for (const line of text) yield Buffer.from(`${line}\n`);
}

/** Takes every dossier, unless told otherwise, and keeps what it was asked to do. */
function steps(changed: Partial<ImportSteps> = {}) {
  const done: string[] = [];
  const rejected: { line: number; problems: readonly { path: string; code: string }[] }[] = [];
  const all: ImportSteps = {
    plan: async (given) => {
      done.push(`plan ${given.length}`);
      return given.map(() => ({ fingerprint: '', plan: 'RECORDED' as const }));
    },
    write: async (planned) => {
      done.push(`write ${planned.length}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      done.push(`written ${planned.length}`);
      return planned.map(({ plan }) => {
        if (typeof plan === 'object' && 'record' in plan) throw new Error('no record here');
        return plan;
      });
    },
    reject: (line, problems) => void rejected.push({ line, problems }),
    progress: () => undefined,
    isStopping: () => false,
    ...changed,
  };
  return { all, done, rejected };
}

describe('an import of a file', () => {
  test('decides on a batch while the one before is written, and writes one at a time', async () => {
    const { all, done } = steps();
    const tally = newTally();
    expect(await importFile(chunksOf(lines(250)), all, tally)).toBe(true);
    expect(done).toEqual([
      ...['plan 100', 'write 100', 'plan 100', 'written 100', 'write 100'],
      ...['plan 50', 'written 100', 'write 50', 'written 50'],
    ]);
    expect(tally).toMatchObject({ line: 250, recorded: 250, alreadyThere: 0, rejected: 0 });
  });

  test('counts each line once, by what became of it, and tells of those that were rejected by their number', async () => {
    const problem = (code: 'MISSING' | 'KEY_REUSED', path: string) => ({
      problems: [{ path, code, message: '' }],
    });
    const decisions = [
      'RECORDED',
      'ALREADY_THERE',
      problem('MISSING', 'status'),
      problem('MISSING', ''),
      problem('KEY_REUSED', 'key'),
    ] as const;
    const { all, rejected } = steps({
      plan: async () => decisions.map((plan) => ({ fingerprint: '', plan })),
    });
    const tally = newTally();
    const [one = '', two = '', three = '', ...rest] = lines(5);
    const text = [one, '', two, 'no JSON', three, ...rest];
    await importFile(chunksOf(text), all, tally);
    expect(tally).toEqual({
      line: 7,
      bytes: Buffer.byteLength(`${text.join('\n')}\n`),
      recorded: 1,
      alreadyThere: 1,
      rejected: 4,
    });
    expect(
      rejected.map(({ line, problems }) => [line, ...problems.map(({ path, code }) => `${path} ${code}`)]),
    ).toEqual([
      [4, ' NOT_JSON'],
      [5, 'dossier.status MISSING'],
      [6, 'dossier MISSING'],
      [7, 'key KEY_REUSED'],
    ]);
  });

  test('decides on dossiers only when the groups before them are written', async () => {
    const { all, done } = steps();
    const groups = Array.from({ length: 120 }, (_, index) =>
      JSON.stringify({ key: `g${index + 1}`, group: {} }),
    );
    const tally = newTally();
    expect(await importFile(chunksOf([...groups, ...lines(3)]), all, tally)).toBe(true);
    expect(done).toEqual([
      ...['plan 100', 'write 100', 'written 100', 'plan 20', 'write 20', 'written 20'],
      ...['plan 3', 'write 3', 'written 3'],
    ]);
    expect(tally).toMatchObject({ line: 123, recorded: 123 });
  });

  test('tells what is wrong with a group by its place in the line', async () => {
    const problems = [{ path: 'name', code: 'MISSING' as const, message: '' }];
    const { all, rejected } = steps({ plan: async () => [{ fingerprint: '', plan: { problems } }] });
    await importFile(chunksOf([JSON.stringify({ key: 'g', group: {} })]), all, newTally());
    expect(rejected).toEqual([{ line: 1, problems: [{ path: 'group.name', code: 'MISSING', message: '' }] }]);
  });

  test('stops after the batch in hand when it is told to, and says that it is not at the end', async () => {
    const { all, done } = steps();
    const tally = newTally();
    const isStopping = () => done.includes('write 100');
    expect(await importFile(chunksOf(lines(250)), { ...all, isStopping }, tally)).toBe(false);
    expect(done.filter((step) => step.startsWith('writ'))).toEqual(['write 100', 'written 100']);
    expect(tally).toMatchObject({ line: 100, recorded: 100 });
  });

  test('fails where the database does, with what was written before counted', async () => {
    const { all } = steps();
    const tally = newTally();
    let written = 0;
    const write: ImportSteps['write'] = async (planned) => {
      written += 1;
      if (written === 2) throw new Error('the database has gone');
      return all.write(planned);
    };
    await expect(importFile(chunksOf(lines(450)), { ...all, write }, tally)).rejects.toThrow('has gone');
    expect(tally).toMatchObject({ line: 100, recorded: 100 });
  });
});
