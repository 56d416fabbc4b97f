import { request } from '../../support/end-to-end/callers.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { ownStack } from '../../support/end-to-end/own-stack.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { identify, identityProvider } from '../../support/end-to-end/playground/identity-provider.ts';
import { processesOf } from '../../support/end-to-end/processes.ts';
import { newSettings } from '../../support/end-to-end/stack.ts';
import { long } from '../../support/long.ts';
import { providerAttacksSuite } from './provider-attacks-suite.ts';

const settings = await newSettings();
const playground = `http://localhost:${settings.GATEWAY_PORT}/playground/`;
/** Seconds that a token lives; a short life is enough to fill in the mandate, and is waited for. */
const lifetimes = { long: 600, short: 15 };
let lifetime = lifetimes.long;
const provider = await identityProvider(playground, 'signed-in/belarus', () => lifetime);
const stack = ownStack({
  ...settings,
  BELARUS_ISSUER: provider.issuer,
  BELARUS_JWKS: provider.jwks,
  BELARUS_OIDC_CLIENT_ID: provider.clientId,
  BELARUS_OIDC_RESOURCE: provider.resource,
  PLAYGROUND_URL: playground,
});
const { open } = browser();
afterEach(() => {
  lifetime = lifetimes.long;
});

// Before a part of the stack is taken away.
describe('of an agency’s own provider', () => providerAttacksSuite(playground, provider, { open }));

describe('signing in with an agency’s own provider', () => {
  test('opens the desk, and where the session ends asks again with the query kept', async () => {
    lifetime = lifetimes.short;
    const page = await open(playground, [provider.issuer]);
    await page.getByRole('link', { name: 'Sign in as an officer of Belarus' }).click();
    await identify(page, 'officer-7');
    const analyst = analystAt(page);
    await analyst.mandate();
    expect(await page.locator('.officer').textContent()).toMatch(/Belarus.*Investigator.*officer-7/);
    await analyst.example('Look up a suspect');
    await analyst.run();
    expect(await analyst.line('suspect.belarus.id').textContent()).toContain(linked.belarus);

    const dialog = page.getByRole('dialog');
    await dialog.getByText('Your session has ended').waitFor();
    await dialog.getByRole('link', { name: 'Sign in as an officer of Belarus' }).click();
    await analyst.editorIsThere();
    expect(await analyst.query()).toContain('LookUp');
    expect(await page.locator('.mandate-state').textContent()).toBe('You can ask');
  });

  long.test('as another officer than before finds nothing of the one before', async () => {
    lifetime = lifetimes.short;
    const page = await open(playground, [provider.issuer]);
    const link = page.getByRole('link', { name: 'Sign in as an officer of Belarus' });
    await link.click();
    await identify(page, 'officer-7');
    const analyst = analystAt(page);
    await analyst.mandate();
    await analyst.example('Look up a suspect');
    await page.getByRole('dialog').waitFor();
    // Whoever sits here now is not known to the provider.
    await page.context().clearCookies({ name: /^_/ });
    await link.click();
    await identify(page, 'officer-8');
    await analyst.editorIsThere();
    expect(await analyst.query()).toMatch(/^#\s*Choose an example/);
    expect(await page.locator('.mandate-state').textContent()).toContain('Nothing can be asked yet.');
  });

  test('keeps the query of a link that was followed before, and asks for nothing by itself', async () => {
    const link = new URLSearchParams({ query: `{ suspect(id: "${linked.belarus}") { id } }` });
    const page = await open(`${playground}#${link}`, [provider.issuer]);
    await page.getByRole('link', { name: 'Sign in as an officer of Belarus' }).click();
    await identify(page, 'officer-7');
    await page.getByText('This query came with a link.').waitFor();
    const analyst = analystAt(page);
    await analyst.editorIsThere();
    expect(await analyst.query()).toContain('suspect');
    expect(page.url()).toBe(playground);
  });

  test('leads nowhere with an answer that no sign-in here has asked for', async () => {
    const { status, headers } = await request(`${playground}signed-in/belarus?code=x&state=y`, {
      redirect: 'manual',
    });
    expect([status, headers.get('location')]).toEqual([302, `${playground}#sign-in=failed`]);
    const page = await open(`${playground}#sign-in=failed`);
    await page.getByText('The sign-in did not succeed.').waitFor();
  });

  test('is not offered by a list for that agency any more', async () => {
    const page = await open(playground);
    await page.getByRole('radio', { name: 'Russia' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Belarus' }).count()).toBe(0);
  });
});

describe('an agency that is down', () => {
  test('has a banner, and is marked in the answer and in the profile as missing, not as refusing', async () => {
    const analyst = analystAt(await open(playground));
    await analyst.signIn({ agency: 'Russia' });
    await analyst.mandate({ caseNumber: 'RU-2026-000001' });
    const processes = await processesOf(stack.dataDirectory);
    for (const { pid, command } of processes) {
      if (command.includes('subgraphs/belarus/start.ts')) process.kill(pid, 'SIGKILL');
    }
    await analyst.example('Look up a suspect');
    await analyst.run();
    const banner = analyst.page.locator('.answer .banner');
    expect(await banner.textContent()).toContain('Belarus does not answer at the moment.');
    expect(await analyst.line('suspect.belarus').textContent()).toContain('no answer');
    expect(await analyst.line('suspect.russia.id').textContent()).toContain(linked.russia);
    await analyst.profile(linked.russia);
    const told = analyst.page.locator('.profile .banner');
    await told.getByText('Belarus does not answer at the moment.').waitFor();
    await told.getByRole('button', { name: 'Ask again' }).waitFor();
    const all = (await analyst.page.locator('.profile').textContent()) ?? '';
    expect(all.match(/does not answer|no answer/g)).toHaveLength(1);
    expect(await analyst.page.locator('.halves thead [data-agency="BELARUS"]').textContent()).not.toContain(
      'BY-',
    );
  });
});
