import { existsSync } from 'node:fs';
import { decodeJwt } from 'jose';
import { linked } from '../support/end-to-end/demo.ts';
import { type Ended, ended, launch, launchScript } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { long } from '../support/long.ts';

const { dataDirectory, holding } = sharedStack();
const settings = { DATA_DIR: dataDirectory };

const token = (...options: string[]): Promise<Ended> =>
  ended(launchScript('workshop/scripts/token.ts', settings, ...options));

const jwt = /^[\w-]+\.[\w-]+\.[\w-]+\n$/;

describe('npm run token', () => {
  test('prints a token alone, which the gateway accepts', async () => {
    const options = ['--agency', 'belarus', '--role', 'investigator'];
    const result = await ended(launch(['npm', 'run', '-s', 'token', '--', ...options], settings));
    expect(result).toEqual({ code: 0, output: expect.stringMatching(jwt), complaints: [] });
    const { status, body } = await holding(result.output.trim())
      .for('INVESTIGATION', 'BY-2026-000001')
      .query(`{ suspect(id: "${linked.belarus}") { belarus { id } russia { id } } }`);
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { suspect: { belarus: { id: linked.belarus }, russia: { id: linked.russia } } },
    });
  });

  test('says what it was asked to say', async () => {
    const { output } = await token(
      ...['--agency', 'russia', '--role', 'analyst', '--role', 'liaison', '--subject', 'officer-7'],
      ...['--case', 'RU-2026-000002', '--ttl', '15m', '--documents', 'known'],
    );
    const claims = decodeJwt(output.trim());
    expect(claims).toMatchObject({
      iss: 'https://russia.concord.example/development',
      aud: 'concord',
      sub: 'officer-7',
      roles: ['ANALYST', 'LIAISON'],
      cases: ['RU-2026-000002'],
      documents: 'known',
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(15 * 60);
  });

  test('has the demo cases and eight hours when it is not told otherwise', async () => {
    const { output } = await token('--agency', 'belarus', '--role', 'supervisor');
    const claims = decodeJwt(output.trim());
    expect(claims.cases).toEqual(['BY-2026-000001', 'RU-2026-000001']);
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(8 * 3_600);
  });

  const right = ['--agency', 'belarus', '--role', 'investigator'];
  test.each(
    long.rows(
      [
        ['no agency', ['--role', 'investigator'], '--agency'],
        ['no role', ['--agency', 'belarus'], '--role'],
        ['an unknown agency', ['--agency', 'poland', '--role', 'investigator'], '--agency'],
        ['an unknown role', ['--agency', 'belarus', '--role', 'emperor'], '--role'],
        ['a case that is none', [...right, '--case', '42'], '--case'],
        ['a time that is none', [...right, '--ttl', 'forever'], '--ttl'],
        ['a whole month', [...right, '--ttl', '720h'], '--ttl'],
        ['an empty subject', [...right, '--subject', ''], '--subject'],
        ['a subject with a blank at its end', [...right, '--subject', 'officer-7 '], '--subject'],
        [
          'a subject with a letter that cannot be seen',
          [...right, '--subject', 'officer\u200b-7'],
          '--subject',
        ],
        ['documents that are none', [...right, '--documents', 'any'], '--documents'],
        ['an unknown option', [...right, '--admin'], '--admin'],
        ['a word too much', [...right, 'please'], 'please'],
      ],
      0,
    ),
  )('refuses %s with one line that names the option, and how it is used', async (_name, options, named) => {
    const { code, output, complaints } = await token(...options);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints).toHaveLength(2);
    expect(complaints[0]).toMatch(/^token: /);
    expect(complaints[0]).toContain(named);
    expect(complaints[1]).toMatch(/^usage: npm run -s token/);
  });

  test('is refused where no stack ran: its keys would open nothing', async () => {
    const elsewhere = `${dataDirectory}-elsewhere`;
    const { code, output, complaints } = await ended(
      launchScript('workshop/scripts/token.ts', { DATA_DIR: elsewhere }, ...right),
    );
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints[0]).toContain(`token: no stack has run in ${elsewhere}, so it has no keys`);
    expect(existsSync(elsewhere)).toBe(false);
  });

  test('is refused in production', async () => {
    const { code, output, complaints } = await ended(
      launchScript('workshop/scripts/token.ts', { ...settings, CONCORD_MODE: 'production' }, ...right),
    );
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(complaints[0]).toContain('production');
  });
});
