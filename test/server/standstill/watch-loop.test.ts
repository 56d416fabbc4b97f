import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const directory = temporaryDirectory();
const moduleOf = (name: string) =>
  JSON.stringify(new URL(`../../../server/standstill/${name}.ts`, import.meta.url).href);

/** A process that stands still for an officer's operation, while it works on something; its note and its last words. */
async function standingStill(name: string, work: string) {
  const notes = directory.path(name);
  const program = `
    import { watchLoop } from ${moduleOf('watch-loop')};
    import { AgencyAtWork } from ${moduleOf('agency-at-work')};
    watchLoop({ longest: 1000, notes: ${JSON.stringify(notes)}, service: 'gateway' });
    const atWork = new AgencyAtWork('RUSSIA');
    const forOfficer = (context) => {
      const stand = () => { for (;;) if (context === undefined) return; };
      ${work};
    };
    const named = () => ({ caller: 'c', operation: 'o' });
    setTimeout(() => forOfficer({ [Symbol.for('concord.operation')]: { named } }), 300);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [, signal] = await once(child, 'close');
  const { at, ...note } = JSON.parse(readFileSync(notes, 'utf8'));
  return { signal, note, at: typeof at, errors };
}

describe('a process that stands still', () => {
  test('for an officer’s operation ends itself and notes that', async () => {
    expect(await standingStill('operation', 'stand()')).toEqual({
      signal: 'SIGKILL',
      note: { caller: 'c', operation: 'o' },
      at: 'number',
      errors: expect.stringContaining('stood still for 1 s, for an operation, which it has noted'),
    });
  });

  test('at the answer of an agency notes the agency, and not the operation that has asked for it', async () => {
    expect(await standingStill('answer', 'atWork.on(() => stand())')).toEqual({
      signal: 'SIGKILL',
      note: { agency: 'RUSSIA' },
      at: 'number',
      errors: expect.stringContaining('stood still for 1 s, at the answer of RUSSIA, which it has noted'),
    });
  });
});
