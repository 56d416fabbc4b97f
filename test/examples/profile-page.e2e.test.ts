import { ProfileDocument } from '../../sdk/src/generated/operations.ts';
import { officerAt } from '../sdk/support/officer.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { browser } from '../support/end-to-end/playground/browser.ts';
import { type Launched, launchScript } from '../support/end-to-end/processes.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { freePort } from '../support/end-to-end/stack.ts';
import { officerToken } from '../support/end-to-end/tokens.ts';

const stack = sharedStack();
const port = await freePort();
const address = `http://localhost:${port}/`;
const { open } = browser();

let server: Launched;
beforeAll(async () => {
  // The first of a stack's profiles waits for its plan.
  await officerAt(stack, 'belarus', 'investigator').query(ProfileDocument, { id: linked.belarus });
  server = launchScript('examples/profile-page/server.ts', {
    CONCORD_ENDPOINT: `${stack.gateway}/graphql`,
    CONCORD_TOKEN: await officerToken(stack, 'belarus'),
    PORT: String(port),
  });
  await server.says('The page is at');
});
afterAll(async () => {
  server.signal('SIGTERM');
  await server.exited;
});

describe('the profile page', () => {
  test('shows both halves, with each gap explained', async () => {
    const page = await open(address);
    const [belarus, russia] = ['belarus', 'russia'].map((name) => page.getByRole('region', { name }));
    await belarus?.getByRole('row', { name: 'Names Гарадзейка Яўген Рыгоравіч' }).waitFor();
    await belarus?.getByRole('row', { name: 'Money ACCOUNT' }).waitFor();
    await russia?.getByRole('row', { name: 'Names Городейко Евгений Григорьевич' }).waitFor();
    await russia
      ?.getByRole('row', { name: /^Money RUSSIA withholds FINANCIAL .* Ask liaison@\S+ for a new one/ })
      .waitFor();
    await russia?.getByRole('row', { name: /^Harm RUSSIA withholds VICTIM here \(ROLE\)/ }).waitFor();
    expect(await page.locator('em.withheld').count()).toBe(2);
    expect(await page.locator('em.unavailable, em.failed').count()).toBe(0);
  });

  test('shows nothing under a mandate that was answered under another', async () => {
    const page = await open(address);
    const russia = page.getByRole('region', { name: 'russia' });
    await russia.getByText('Городейко Евгений').first().waitFor();
    await page.getByRole('combobox').selectOption('Investigation, under national law');
    await russia.getByText('NATIONAL_LAW does not open another agency’s records').waitFor();
    expect(await page.getByText('Городейко Евгений Григорьевич').count()).toBe(1);
    await page.getByRole('combobox').selectOption('Investigation, under the agreement');
    await russia.getByRole('row', { name: /^Names Городейко/ }).waitFor();
  });

  test('shows the other half while an agency does not answer, says so, and asks again', async () => {
    const page = await open(address);
    await page.getByRole('region', { name: 'russia' }).getByText('Городейко Евгений').first().waitFor();
    let isDown = true;
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const json = await response.json();
      if (!isDown) return route.fulfill({ response, json });
      json.data.suspect.russia = null;
      const extensions = { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA', requestId: 'request-0001' };
      const errors = [{ message: 'RUSSIA does not answer.', path: ['suspect', 'russia'], extensions }];
      return route.fulfill({ response, json: { ...json, errors } });
    });
    await page.getByRole('combobox').selectOption('Prevention, under the agreement');
    await page.getByRole('alert').getByText('RUSSIA did not answer.').waitFor();
    await page.getByRole('region', { name: 'belarus' }).getByText('Гарадзейка Яўген Рыгоравіч').waitFor();
    await page
      .getByRole('region', { name: 'russia' })
      .getByText('RUSSIA does not answer at the moment')
      .waitFor();
    isDown = false;
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('says of an unknown dossier that nothing is known, and of an id that is none what is wrong', async () => {
    const page = await open(address);
    const ask = async (id: string) => {
      await page.getByLabel('Dossier').fill(id);
      await page.getByRole('button', { name: 'Show' }).click();
    };
    await ask('BY-0000000000000000');
    await page.getByText('Nothing is recorded that you may know of.').nth(1).waitFor();
    await ask('nobody');
    await page
      .getByRole('status')
      .getByText(/Not answered/)
      .waitFor();
    await ask(linked.russia);
    await page.getByRole('region', { name: 'belarus' }).getByText('Гарадзейка Яўген Рыгоравіч').waitFor();
  });
});
