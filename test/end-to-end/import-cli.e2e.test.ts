import { statSync } from 'node:fs';
import {
  groupLine,
  type Imported,
  importsInto,
  line,
  linesOf,
  memberLine,
  person,
} from '../support/end-to-end/imports.ts';
import { ownStack } from '../support/end-to-end/own-stack.ts';
import { type Ended, ended, launch, launchScript } from '../support/end-to-end/processes.ts';
import { newDirectory, newSettings, removeDirectory } from '../support/end-to-end/stack.ts';
import { long } from '../support/long.ts';

const settings = await newSettings();
const { as } = ownStack(settings);
const directory = newDirectory();
afterAll(() => removeDirectory(directory));
const imports = importsInto(settings.DATA_DIR, directory);
const { file, run, recorded } = imports;

/** What each import says before anything else. */
const where = `belarus database: that of the stack that runs in ${settings.DATA_DIR}`;

const card = '4111 1111 1111 1111';
const summary = (recorded: number, alreadyThere: number, rejected: number) =>
  `recorded ${recorded}, already there ${alreadyThere}, rejected ${rejected}\n`;
const countsOf = ({ output }: Ended) =>
  (/^recorded (\d+), already there (\d+), rejected (\d+)$/m.exec(output) ?? []).slice(1).map(Number);
const everythingOf = ({ output, complaints, rejects }: Imported) =>
  [output, ...complaints, rejects].join('\n');

describe('npm run import', () => {
  const good = file('good.jsonl', linesOf('good', 5));
  let imported: Ended;
  beforeAll(async () => {
    const options = ['--agency', 'belarus', '--by', 'clerk-7', good];
    const command = ['npm', 'run', '-s', 'import', '--', ...options];
    imported = await ended(launch(command, { DATA_DIR: settings.DATA_DIR }));
  });

  test('records every line of a good file, and leaves no rejects behind', async () => {
    expect(imported).toEqual({ code: 0, output: summary(5, 0, 0), complaints: [where] });
    expect(await recorded('good')).toHaveLength(5);
    expect(() => statSync(`${good}.rejects.jsonl`)).toThrow('ENOENT');
  });

  test('records what an officer then reads, with who imported it under which mandate', async () => {
    const [id] = await recorded('good');
    const { body } = await as('belarus', 'investigator')
      .for('INVESTIGATION', 'BY-2026-000001')
      .query(
        `query ($id: ID!) { suspect(id: $id) { belarus { names { full } history(first: 5) {
          nodes { version by action purpose case } } } } }`,
        { id },
      );
    const entry = {
      version: 1,
      by: 'clerk-7',
      action: 'RECORD',
      purpose: 'INVESTIGATION',
      case: 'BY-2026-000001',
    };
    expect(body).toEqual({
      data: { suspect: { belarus: { names: [{ full: 'Probny Import' }], history: { nodes: [entry] } } } },
    });
  });

  test('rejects bad lines by number and code, records the good ones among them, and exits with 2', async () => {
    const { provenance } = person.status;
    const harm = { victims: 1, loss: '10.00', currency: 'BYN', country: 'BY', provenance };
    const bad = file('bad.jsonl', [
      line('bad-1'),
      '',
      line('bad-3', { offences: [], status: { ...person.status, stage: 'GUILTY' } }),
      '{"key": "bad-4", ',
      line('bad-5', { names: [{ ...person.names[0], surname: `Probny ${card}` }] }),
      line('bad 6'),
      line('bad-7', {
        memberships: [{ ...person.status, stage: undefined, group: 'BYG-0000000000', rank: 'MEMBER' }],
      }),
      line('bad-8', { [card]: 1 }),
      line('bad-9', { citizenships: [{ country: 'BY', provenance }], harms: [harm] }),
      line('bad-10', { citizenships: [{ country: 'XX', provenance }], harms: [harm] }),
      line('bad-11', { harms: [{ ...harm, currency: 'XYZ' }] }),
    ]);
    const result = await run(bad);
    expect(result.output).toBe(`${summary(2, 0, 8)}the rejected lines, and why: ${bad}.rejects.jsonl\n`);
    expect([result.code, result.complaints]).toEqual([2, [where]]);
    expect(result.rejected).toEqual([
      [3, 'dossier.offences NO_OFFENCE', 'dossier.status.stage UNKNOWN_VALUE'],
      [4, ' NOT_JSON'],
      [5, 'dossier.names.0.surname CARD_NUMBER'],
      [6, 'key MALFORMED'],
      [7, 'dossier.memberships.0.group GROUP_UNKNOWN'],
      [8, 'dossier.? UNKNOWN_FIELD'],
      [10, 'dossier.citizenships.0.country MALFORMED'],
      [11, 'dossier.harms.0.currency MALFORMED'],
    ]);
    expect(result.rejects).toContain('such as BY (ISO 3166-1 alpha-2)');
    expect(result.rejects).toContain('such as BYN (ISO 4217)');
    expect(await recorded('bad')).toHaveLength(2);
    for (const given of [card, 'Probny', 'GUILTY', 'BYG-', 'bad-'])
      expect(result.rejects).not.toContain(given);
    expect(everythingOf(result).replace(/\s/g, '')).not.toContain(card.replace(/\s/g, ''));
    expect(statSync(`${bad}.rejects.jsonl`).mode & 0o777).toBe(0o600);
  });

  test('takes a file of Windows, and rejects a line that is too long, or in another encoding, alone', async () => {
    const long = line('odd-2', { names: [{ ...person.names[0], surname: 'x'.repeat(10_000_000) }] });
    const odd = file(
      'odd.jsonl',
      Buffer.concat([
        Buffer.from(`\uFEFF${line('odd-1')}\r\n${long}\r\n`),
        Buffer.from(`${line('odd-3', { names: [{ ...person.names[0], surname: 'é' }] })}\r\n`, 'latin1'),
        Buffer.from(`\r\n${line('odd-5')}`),
      ]),
    );
    const { code, rejected } = await run(odd);
    expect({ code, rejected }).toEqual({
      code: 2,
      rejected: [
        [2, ' LINE_TOO_LONG'],
        [3, ' NOT_UTF8'],
      ],
    });
    expect(await recorded('odd')).toHaveLength(2);
  });

  test('doubles nothing when it is run again, and records what was corrected', async () => {
    const wrong = line('again-2', { offences: [] });
    const first = await run(file('again.jsonl', [line('again-1'), wrong, line('again-3')]));
    expect([first.code, ...countsOf(first)]).toEqual([2, 2, 0, 1]);
    const second = await run(file('again.jsonl', [line('again-1'), line('again-2'), line('again-3')]));
    expect([second.code, ...countsOf(second)]).toEqual([0, 1, 2, 0]);
    expect(second.rejects).toBe('');
    expect(await recorded('again')).toHaveLength(3);
  });

  test('rejects a known key with other content, in a later file or further down in this one', async () => {
    const other = { handlingCode: 'ORIGINATOR_ONLY' };
    const { rejected } = await run(
      file('reused.jsonl', [line('good-1', other), line('reused'), line('reused'), line('reused', other)]),
    );
    expect(rejected).toEqual([
      [1, 'key KEY_REUSED'],
      [4, 'key KEY_REUSED'],
    ]);
    expect(await recorded('reused')).toHaveLength(1);
    expect(await recorded('good')).toHaveLength(5);
  });

  test('killed in the middle and run again has recorded each line once', async () => {
    const count = long.times(250, 2_000);
    const many = file('killed.jsonl', linesOf('killed', count));
    const killed = imports.start(many);
    await imports.begun('killed');
    killed.signal('SIGKILL');
    expect(await killed.exited).toBe('SIGKILL');
    const before = (await recorded('killed')).length;
    expect(before).toBeLessThan(count);
    const again = await run(many);
    expect([again.code, ...countsOf(again)]).toEqual([0, count - before, before, 0]);
    expect(await recorded('killed')).toHaveLength(count);
  });

  long.test(
    'stops at a Ctrl-C after what it has in hand, says how far it got, and goes on from there',
    async () => {
      const many = file('stopped.jsonl', linesOf('stopped', 2_000));
      const stopped = imports.start(many);
      await imports.begun('stopped');
      stopped.signal('SIGINT');
      stopped.signal('SIGINT');
      const { code, output, complaints } = await ended(stopped);
      const before = (await recorded('stopped')).length;
      expect({ code, output }).toEqual({ code: 130, output: summary(before, 0, 0) });
      expect(complaints).toEqual([
        where,
        expect.stringContaining(`after line ${before}. The same command again`),
      ]);
      expect(countsOf(await run(many))).toEqual([2_000 - before, before, 0]);
      expect(await recorded('stopped')).toHaveLength(2_000);
    },
  );
});

describe('npm run import of groups', () => {
  const lines = [
    groupLine('gang-1'),
    groupLine('gang-2', { kind: 'MULE_NETWORK' }),
    memberLine('gang-1', { key: 'gang-1' }, { key: 'gang-2' }),
    line('gang-none'),
    groupLine('gang-3'),
    memberLine('gang-3', { key: 'gang-3' }),
  ];
  let first: Imported;
  beforeAll(async () => {
    first = await run(file('gangs.jsonl', lines));
  });

  test('records them, and the dossiers after them that name them by their keys', async () => {
    expect([first.code, ...countsOf(first)]).toEqual([0, 6, 0, 0]);
    const second = await run(file('gangs.jsonl', lines));
    expect([second.code, ...countsOf(second)]).toEqual([0, 0, 6, 0]);
    expect(await imports.recordedGroups('gang')).toEqual(['gang-1', 'gang-2', 'gang-3']);
    expect(await imports.memberships('gang')).toEqual([
      ['gang-1', 'gang-1', 'gang-2'],
      ['gang-3', 'gang-3'],
      ['gang-none'],
    ]);
  });

  test('is read by an officer, from the member to the group and back', async () => {
    const [id] = await recorded('gang-3');
    const { body } = await as('belarus', 'investigator')
      .for('INVESTIGATION', 'BY-2026-000001')
      .query(
        `query ($id: ID!) { suspect(id: $id) { belarus { memberships { rank group {
          kind name version members { nodes { rank dossier { id } } } } } } } }`,
        { id },
      );
    const members = { nodes: [{ rank: 'MEMBER', dossier: { id } }] };
    const group = { kind: 'CALL_CENTRE', name: 'Probny call centre', version: 1, members };
    expect(body).toEqual({ data: { suspect: { belarus: { memberships: [{ rank: 'MEMBER', group }] } } } });
  });

  test('rejects what is wrong with them, and the dossiers that name those, by line, path and code', async () => {
    const wrong = file('wrong.jsonl', [
      memberLine('wrong-1', { key: 'wrong-later' }),
      groupLine('wrong-2', { kind: 'CHOIR', name: `Probny ${card}` }),
      memberLine('wrong-3', { key: 'wrong-2' }),
      groupLine('wrong-later'),
      groupLine('wrong-later', { name: 'Other' }),
      JSON.stringify({ key: 'wrong-6', group: {}, dossier: {} }),
      memberLine('wrong-7', { key: 'wrong-later' }),
    ]);
    const result = await run(wrong);
    expect([result.code, ...countsOf(result)]).toEqual([2, 2, 0, 5]);
    expect(result.rejected).toEqual([
      [1, 'dossier.memberships.0.group GROUP_UNKNOWN'],
      [2, 'group.kind UNKNOWN_VALUE', 'group.name CARD_NUMBER'],
      [3, 'dossier.memberships.0.group GROUP_UNKNOWN'],
      [5, 'key KEY_REUSED'],
      [6, 'group INCONSISTENT'],
    ]);
    for (const given of [card, 'Probny', 'CHOIR', 'wrong-'])
      expect(result.rejects.replaceAll('wrong.jsonl', '')).not.toContain(given);
    expect(await imports.recordedGroups('wrong')).toEqual(['wrong-later']);
    expect(await imports.memberships('wrong')).toEqual([['wrong-7', 'wrong-later']]);
  });

  long.test('killed in the middle and run again has recorded each once, with all its members', async () => {
    const count = 1_000;
    const numbers = Array.from({ length: count }, (_, index) => index);
    const many = file('slain.jsonl', [
      ...numbers.map((number) => groupLine(`slain-${number}`)),
      ...numbers.map((number) => memberLine(`slain-${number}`, { key: `slain-${number}` })),
    ]);
    const killed = imports.start(many);
    await imports.begun('slain');
    killed.signal('SIGKILL');
    expect(await killed.exited).toBe('SIGKILL');
    const before = (await recorded('slain')).length;
    expect(before).toBeLessThan(count);
    const again = await run(many);
    expect([again.code, ...countsOf(again)]).toEqual([0, count - before, count + before, 0]);
    expect(await imports.recordedGroups('slain')).toHaveLength(count);
    const memberships = await imports.memberships('slain');
    expect(memberships).toHaveLength(count);
    expect(memberships.filter(([dossier, ...groups]) => groups.join() !== dossier)).toEqual([]);
  });
});

describe('npm run import is refused', () => {
  const importing = (environment: NodeJS.ProcessEnv, ...words: string[]) =>
    ended(launchScript('commands/import.ts', { DATA_DIR: settings.DATA_DIR, ...environment }, ...words));
  const one = file('one.jsonl', [line('one')]);

  test.each(
    long.rows(
      [
        ['an unknown agency', ['--agency', 'poland', one], '--agency'],
        ['a missing file', ['--agency', 'belarus', `${directory}/missing.jsonl`], 'ENOENT'],
        ['a directory', ['--agency', 'belarus', directory], 'directory'],
        ['rejects that would replace the file', ['--agency', 'belarus', '--rejects', one, one], '--rejects'],
      ],
      0,
    ),
  )('with %s: one line that says so, and how it is used', async (_name, words, named) => {
    const { code, output, complaints } = await importing({}, ...words);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints).toHaveLength(2);
    expect(complaints[0]).toContain(named);
    expect(complaints[1]).toMatch(/^usage: npm run import/);
    expect(await recorded('one')).toEqual([]);
  });

  // Every command finds its database alike: `forgotten-database.e2e.test.ts` has one of them in each run.
  long.test('in production without a database of that agency, by the variable’s name', async () => {
    const { code, complaints } = await importing({ CONCORD_MODE: 'production' }, '--agency', 'belarus', one);
    expect(code).toBe(1);
    expect(complaints[0]).toContain('BELARUS_MONGODB_URI');
  });

  long.test('and with all of it in place it is not', async () => {
    expect((await importing({}, '--agency', 'belarus', one)).code).toBe(0);
    expect(await recorded('one')).toHaveLength(1);
  });
});
