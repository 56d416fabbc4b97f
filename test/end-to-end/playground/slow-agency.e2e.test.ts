import { agencyProxy, hanging, passing } from '../../support/end-to-end/agency-proxy.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { metric } from '../../support/end-to-end/metrics.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { type Launched, launchScript } from '../../support/end-to-end/processes.ts';
import { secondGateway } from '../../support/end-to-end/second-gateway.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { freePort } from '../../support/end-to-end/stack.ts';
import { until } from '../../support/end-to-end/until.ts';

const stack = sharedStack();
const russia = await agencyProxy(stack.russia);
const port = await freePort();
const address = `http://localhost:${port}`;
const { open } = browser();

let gateway: Launched;
beforeAll(async () => {
  gateway = launchScript('gateway/start.ts', {
    ...secondGateway(stack, port),
    RUSSIA_URL: russia.url,
    // Long enough for the other half to be shown on a machine that is busy.
    SUBGRAPH_DEADLINE_MS: '6000',
  });
  await gateway.says('listening');
});
afterAll(async () => {
  gateway.signal('SIGTERM');
  await gateway.exited;
});

test('while an agency hangs, the page shows the other half, then says which one is lost, and asks again', async () => {
  const analyst = analystAt(await open(`${address}/playground/#/profile`));
  const { page } = analyst;
  await analyst.signIn();
  await analyst.mandate();
  const status = (state: string) => page.locator(`[role="status"][data-link="${state}"]`);
  const half = (agency: string) => page.locator(`.halves tr[data-field="names"] td[data-agency="${agency}"]`);
  const head = page.locator('.halves th[data-agency="RUSSIA"]');
  const alert = page.locator('.profile').getByRole('alert');
  await analyst.profile(linked.belarus);
  await status('linked').waitFor();

  russia.behave(hanging);
  await analyst.profile(linked.belarus);
  await half('BELARUS').getByText('Гарадзейка Яўген Рыгоравіч').waitFor();
  await status('asking').waitFor();
  expect(await status('asking').textContent()).toBe('One half has not come yet.');
  expect(await head.textContent()).toContain('has not come yet');
  expect(await half('RUSSIA').textContent()).toBe('—');
  expect(await alert.count()).toBe(0);

  const outage = alert.locator('[data-agency="RUSSIA"]');
  await outage.waitFor();
  expect(await outage.textContent()).toContain('Russia');
  expect(await head.textContent()).not.toContain('has not come yet');
  expect(await half('BELARUS').textContent()).toContain('Гарадзейка Яўген Рыгоравіч');

  russia.behave(passing);
  await until(
    async () => (await metric(address, 'concord_agency_breaker_open', { agency: 'RUSSIA' })) === 0,
    30_000,
  );
  await alert.getByRole('button', { name: 'Ask again' }).click();
  await half('RUSSIA').getByText('Городейко Евгений Григорьевич').waitFor();
  await status('linked').waitFor();
  expect(await outage.count()).toBe(0);
});
