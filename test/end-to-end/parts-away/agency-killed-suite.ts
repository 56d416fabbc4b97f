import { request } from '../../support/end-to-end/callers.ts';
import type { DatabaseBehindProxy } from '../../support/end-to-end/database-proxy.ts';
import { linked, type Profile, profile } from '../../support/end-to-end/demo.ts';
import { tracesOfTheInside } from '../../support/end-to-end/inside.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import { processesOf } from '../../support/end-to-end/processes.ts';

export function agencyKilledSuite(
  stack: OwnStack,
  database: DatabaseBehindProxy,
  ports: readonly string[],
): void {
  const investigator = stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

  const ask = () => investigator.query<Profile>(profile, { id: linked.belarus });

  async function kill(part: string): Promise<void> {
    const found = (await processesOf(stack.dataDirectory)).filter(({ command }) => command.includes(part));
    expect(found).toHaveLength(1);
    for (const { pid } of found) process.kill(pid, 'SIGKILL');
  }

  const unavailable = (agency: 'BELARUS' | 'RUSSIA') =>
    expect.objectContaining({
      path: ['suspect', agency.toLowerCase()],
      extensions: { code: 'AGENCY_UNAVAILABLE', agency, requestId: expect.any(String) },
    });

  describe('Russia’s process, killed while its database keeps it waiting', () => {
    test('leaves Belarus’s half whole and says who is missing', async () => {
      const whole = (await ask()).body.data;
      expect(whole).toMatchObject({ suspect: { russia: { id: linked.russia } } });
      const commands = database.hold('dossiers');
      const asked = ask();
      await commands.reached();
      await kill('subgraphs/russia/start.ts');
      const { status, body, text } = await asked;
      expect(status).toBe(200);
      expect(body.data).toEqual({ suspect: { ...whole?.suspect, russia: null } });
      expect(body.errors).toEqual([unavailable('RUSSIA')]);
      expect(tracesOfTheInside(text, ports)).toEqual([]);
    });

    test('is missing from now on, and the gateway is ready', async () => {
      const { body, text } = await ask();
      expect(body.data?.suspect).toMatchObject({ belarus: { id: linked.belarus }, russia: null });
      expect(body.errors).toEqual([unavailable('RUSSIA')]);
      expect(tracesOfTheInside(text, ports)).toEqual([]);
      expect((await request(`${stack.gateway}/health/ready`)).status).toBe(200);
    });

    test('is told where the stack was started, with the log to look into', async () => {
      await stack.process().says('russia has ended');
      expect(stack.process().output()).toContain('russia.log');
    });
  });

  test('Belarus’s database server, killed too, leaves two nulls and names both', async () => {
    await kill(`${stack.dataDirectory}/belarus/`);
    await stack.process().says('belarus database: its server has ended: ended by SIGKILL');
    const { status, body, text } = await ask();
    expect(status).toBe(200);
    expect(body.data).toEqual({ suspect: { id: `S-${linked.belarus}`, belarus: null, russia: null } });
    expect(body.errors).toHaveLength(2);
    expect(body.errors).toEqual(expect.arrayContaining([unavailable('BELARUS'), unavailable('RUSSIA')]));
    expect(tracesOfTheInside(text, ports)).toEqual([]);
  });
}
