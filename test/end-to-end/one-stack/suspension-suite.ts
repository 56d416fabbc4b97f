import { randomUUID } from 'node:crypto';
import { request } from '../../support/end-to-end/callers.ts';
import { linked, profile } from '../../support/end-to-end/demo.ts';
import { fetchFrom } from '../../support/end-to-end/fetches.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { attestedOfficer, officerToken } from '../../support/end-to-end/tokens.ts';
import { until } from '../../support/end-to-end/until.ts';

export function suspensionSuite(stack: OwnStack): void {
  const subject = 'belarus-investigator-1';
  const whole = { suspect: { belarus: { id: linked.belarus }, russia: { id: linked.russia } } };

  const investigator = () => stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');
  const ask = (caller = investigator()) => caller.query(profile, { id: linked.belarus });

  type Acted = Record<string, Record<string, { __typename: string; suspension?: { id: string } } | null>>;

  async function act(role: string, action: 'suspendOfficer' | 'reinstateOfficer', input: object) {
    const type = action === 'suspendOfficer' ? 'SuspendOfficerInput' : 'ReinstateOfficerInput';
    const { body, text } = await stack
      .as('belarus', role)
      .for('PREVENTION')
      .with('idempotency-key', randomUUID())
      .query<Acted>(
        `mutation ($input: ${type}!) { belarus { ${action}(input: $input) { __typename ... on RecordedSuspension { suspension { id } } } } }`,
        { input },
      );
    const outcome = body.data?.belarus?.[action];
    if (!outcome) throw new Error(text);
    return outcome;
  }

  /** Straight at the agencies' subgraphs, as by a gateway that has not heard of it. */
  const direct = {
    belarus: () =>
      fetchFrom(stack, stack.belarus, {
        audience: 'BELARUS',
        body: JSON.stringify({ query: '{ belarus { dossiers(first: 1) { nodes { id } } } }' }),
      }),
    russia: (presented: string) =>
      fetchFrom(
        stack,
        stack.russia,
        {
          audience: 'RUSSIA',
          body: JSON.stringify({ query: '{ russia { releasedDossiers(first: 1) { nodes { id } } } }' }),
        },
        { callerToken: presented },
      ),
  };

  describe('an officer who is suspended', () => {
    let suspension = '';
    const refused = { status: 403, codes: ['FORBIDDEN'] };

    test('was answered by the gateway and both agencies until then', async () => {
      expect((await ask()).body).toMatchObject({ data: whole });
      expect((await direct.belarus()).status).toBe(200);
      expect((await direct.russia(attestedOfficer(stack, 'belarus', 'russia'))).status).toBe(200);
    });

    test('is let in by none of them, whatever token and attestation they have, and told why', async () => {
      const token = officerToken(stack, 'belarus');
      await ask(stack.holding(token).for('INVESTIGATION', 'BY-2026-000001'));
      const attestation = attestedOfficer(stack, 'belarus', 'russia');
      const done = await act('overseer', 'suspendOfficer', { subject, reason: 'Read beyond their cases' });
      suspension = done.suspension?.id ?? '';
      await until(async () => (await ask()).status === 403, 15_000);
      const { status, codes, body } = await ask(stack.holding(token).for('INVESTIGATION', 'BY-2026-000001'));
      expect({ status, codes }).toEqual(refused);
      expect(body.data ?? null).toBeNull();
      expect(body.errors?.[0]?.message).toBe('BELARUS has suspended you. Ask a supervisor of your agency.');
      expect(await direct.belarus()).toMatchObject(refused);
      await until(async () => (await direct.russia(attestation)).status === 403, 15_000);
      expect(await direct.russia(attestation)).toMatchObject(refused);
    });

    test('opens nothing abroad with an attestation that was made afterwards, nor by asking for that half alone', async () => {
      expect(await direct.russia(attestedOfficer(stack, 'belarus', 'russia'))).toMatchObject(refused);
      const another = attestedOfficer(stack, 'belarus', 'russia', { sub: 'belarus-investigator-2' });
      expect((await direct.russia(another)).status).toBe(200);
      const abroadAlone = 'query ($id: ID!) { suspect(id: $id) { russia { id } } }';
      const { status, codes } = await investigator().query(abroadAlone, { id: linked.belarus });
      expect({ status, codes }).toEqual(refused);
    });

    test('is not signed in to the playground', async () => {
      const signIn = await request(`${stack.gateway}/playground/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'concord-playground': '1' },
        body: JSON.stringify({ token: await officerToken(stack, 'belarus') }),
      });
      expect(signIn).toMatchObject(refused);
    });

    test('is one of that agency alone: others, and an officer of the same name abroad, are answered', async () => {
      expect((await ask(stack.as('belarus', 'analyst').for('INVESTIGATION', 'BY-2026-000001'))).status).toBe(
        200,
      );
      const namesake = stack.as('russia', 'investigator', { sub: subject });
      expect((await ask(namesake.for('INVESTIGATION', 'RU-2026-000001'))).body).toMatchObject({
        data: whole,
      });
    });

    test('is let in everywhere once a second officer has said so', async () => {
      const input = { suspension, reason: 'It was another' };
      expect(await act('overseer', 'reinstateOfficer', input)).toEqual({ __typename: 'InvalidInput' });
      expect((await ask()).status).toBe(403);
      expect(await act('supervisor', 'reinstateOfficer', input)).toMatchObject({
        __typename: 'RecordedSuspension',
      });
      await until(async () => (await ask()).body.errors === undefined, 15_000);
      expect((await ask()).body).toMatchObject({ data: whole });
      expect((await direct.belarus()).status).toBe(200);
      await until(
        async () => (await direct.russia(attestedOfficer(stack, 'belarus', 'russia'))).status === 200,
        15_000,
      );
    });
  });

  describe('the list of suspended officers', () => {
    test('is told to the gateway alone', async () => {
      const url = `${stack.belarus}/suspensions`;
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      expect(await request(url, init)).toMatchObject({ status: 401, codes: ['IDENTITY_REFUSED'] });
    });
  });

  describe('the page of officers', () => {
    const { open } = browser();
    const signedInAs = async (role: string, name: string) => {
      const page = await open(`${stack.gateway}/playground/`);
      const analyst = analystAt(page);
      await analyst.signIn({ roles: [role], subject: name });
      await analyst.mandate();
      return { page, analyst };
    };

    test('suspends an officer, and shows who did so, why, and that another has to undo it', async () => {
      const { page, analyst } = await signedInAs('Overseer', 'page-overseer');
      await analyst.tab('Officers');
      await page.getByLabel('Officer, as your tokens name them').fill('page-suspect');
      const panel = page.getByRole('tabpanel', { name: 'Officers' });
      await panel.getByLabel('Reason', { exact: true }).fill('Seen on the page');
      await page.getByRole('button', { name: 'Suspend', exact: true }).click();
      await page.getByText('It is done.').waitFor();
      const row = page.getByRole('row', { name: /page-suspect/ });
      expect(await row.textContent()).toMatch(/page-overseer: Seen on the page/);
      const suspect = stack.as('belarus', 'investigator', { sub: 'page-suspect' });
      await until(
        async () => (await ask(suspect.for('INVESTIGATION', 'BY-2026-000001'))).status === 403,
        15_000,
      );
      await page.getByLabel('Why page-suspect is let in again').fill('Not so');
      await row.getByRole('button', { name: 'Let in again' }).click();
      await page.getByText('another supervisor or overseer has to reinstate them').waitFor();
    });

    test('lets them in again by a second officer', async () => {
      const { page, analyst } = await signedInAs('Supervisor', 'page-supervisor');
      await analyst.tab('Officers');
      await page.getByRole('button', { name: 'Show who is suspended' }).click();
      await page.getByLabel('Why page-suspect is let in again').fill('A mistake');
      await page
        .getByRole('row', { name: /page-suspect/ })
        .getByRole('button', { name: 'Let in again' })
        .click();
      await page.getByText('It is done.').waitFor();
    });

    test('is not there for others', async () => {
      const { page } = await signedInAs('Investigator', 'page-investigator');
      expect(await page.getByRole('tab', { name: 'Officers' }).count()).toBe(0);
    });
  });

  describe('a token with which its holder has signed out', () => {
    test('opens nothing at the gateway any more, and another one of the same officer does', async () => {
      const token = await officerToken(stack, 'belarus', 'liaison');
      const other = await officerToken(stack, 'belarus', 'analyst');
      const page = { 'content-type': 'application/json', 'concord-playground': '1' };
      const url = `${stack.gateway}/playground/session`;
      const { headers, body } = await request(url, {
        method: 'POST',
        headers: page,
        body: JSON.stringify({ token }),
      });
      const caller = (presented: string) => stack.holding(presented).for('INVESTIGATION', 'BY-2026-000001');
      expect((await ask(caller(token))).status).toBe(200);
      const cookie = headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ');
      const { officer } = body as unknown as { officer: { session: string } };
      const signedOut = await request(url, {
        method: 'DELETE',
        headers: { 'concord-playground': '1', cookie, 'concord-session': officer.session },
      });
      expect(signedOut.status).toBe(200);
      const { status, codes } = await ask(caller(token));
      expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
      // The last characters of a signature in base64url have bits that mean nothing.
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const last = alphabet.indexOf(token.at(-1) ?? '');
      const spelt = `${token.slice(0, -1)}${alphabet[last ^ 1]}`;
      expect((await ask(caller(spelt))).status).toBe(401);
      expect((await ask(caller(other))).status).toBe(200);
    });
  });
}
