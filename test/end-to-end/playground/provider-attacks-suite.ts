import type { Page } from 'playwright-core';
import type { browser } from '../../support/end-to-end/playground/browser.ts';
import { type IdentityProvider, identify } from '../../support/end-to-end/playground/identity-provider.ts';
import { long } from '../../support/long.ts';

export function providerAttacksSuite(
  playground: string,
  provider: IdentityProvider,
  { open }: Pick<ReturnType<typeof browser>, 'open'>,
): void {
  const newPage = () => open(playground, [provider.issuer]);

  /** Begins a sign-in in a page's browser, and stops on the way: where the provider would be asked. */
  async function begun(page: Page): Promise<URL> {
    const answer = await page.request.get(`${playground}sign-in/BELARUS`, { maxRedirects: 0 });
    return new URL(answer.headers().location ?? '');
  }

  async function goOn(page: Page, at: URL): Promise<void> {
    await page.goto(at.href);
    await identify(page, 'officer-7');
  }

  const isIn = (page: Page) => page.locator('.officer').getByText('officer-7').waitFor();
  const isOut = (page: Page) => page.getByText('The sign-in did not succeed.').waitFor();

  describe('an answer of the provider', () => {
    test('signs in who has asked for it', async () => {
      const page = await newPage();
      await goOn(page, await begun(page));
      await isIn(page);
    });

    test('does so in each of two tabs', async () => {
      const page = await newPage();
      const [first] = [await begun(page), await begun(page)];
      await goOn(page, first);
      await isIn(page);
    });

    test.each(['state', 'nonce'])('for another %s signs in nobody', async (parameter) => {
      const page = await newPage();
      const way = await begun(page);
      way.searchParams.set(parameter, 'another');
      await goOn(page, way);
      await isOut(page);
    });

    test('to one sign-in is none to another of the same browser', async () => {
      const page = await newPage();
      const [first, second] = [await begun(page), await begun(page)];
      second.searchParams.set('state', first.searchParams.get('state') ?? '');
      await goOn(page, second);
      await isOut(page);
    });

    test('at the address of another agency signs in nobody, and ends the sign-in', async () => {
      const page = await newPage();
      await goOn(page, await begun(page));
      await isIn(page);
      await page.context().clearCookies({ name: 'concord-session' });
      // The provider still knows the officer, and so leads straight back.
      const answer = await page.request.get((await begun(page)).href, { maxRedirects: 0 });
      const returned = answer.headers().location ?? '';
      expect(returned).toContain('/signed-in/belarus?');
      await page.goto(returned.replace('/belarus?', '/russia?'));
      await isOut(page);
      await page.goto(returned);
      await isOut(page);
      const names = (await page.context().cookies(playground)).map(({ name }) => name);
      expect(names.filter((name) => /^concord-(session|sign-in-)/.test(name))).toEqual([]);
    });

    test('to another browser signs in nobody here', async () => {
      const page = await newPage();
      const { headers } = await fetch(`${playground}sign-in/BELARUS`, { redirect: 'manual' });
      await goOn(page, new URL(headers.get('location') ?? ''));
      await isOut(page);
      expect(await page.context().cookies(playground)).not.toContainEqual(
        expect.objectContaining({ name: 'concord-session' }),
      );
    });

    test('is taken once, also from the browser that it was for', async () => {
      const page = await newPage();
      const way = await begun(page);
      const cookies = await page.context().cookies();
      expect(cookies.map(({ name }) => name)).toContain(`concord-sign-in-${way.searchParams.get('state')}`);
      let returned = '';
      page.on('request', (request) => {
        if (request.url().includes('/signed-in/belarus?')) returned = request.url();
      });
      await goOn(page, way);
      await isIn(page);
      await page.context().clearCookies({ name: 'concord-session' });
      await page.context().addCookies(cookies);
      await page.goto(returned);
      await isOut(page);
    });
  });

  describe('signing out', () => {
    async function signedOut(answer: string) {
      const page = await newPage();
      await goOn(page, await begun(page));
      await isIn(page);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: answer }).click();
      return page;
    }
    const link = (page: Page) => page.getByRole('link', { name: 'Sign in as an officer of Belarus' });

    test('goes on to the provider, and comes back', async () => {
      const page = await signedOut('Yes, sign me out');
      await link(page).waitFor();
      expect(page.url()).toBe(playground);
      const names = (await page.context().cookies()).map(({ name }) => name);
      expect(names).not.toContain('concord-session');
      expect(names).not.toContain('concord-leaving');
    });

    test.each(long.rows(['Yes, sign me out', 'No, stay signed in'], 1))(
      'makes the next sign-in ask who it is, whatever the provider is told: %s',
      async (answer) => {
        const page = await signedOut(answer);
        // Another navigation while the provider leads back would end requests of the page half way, of which it complains.
        await page.waitForURL(playground);
        await link(page).click();
        await identify(page, 'officer-9');
        await page.locator('.officer').getByText('officer-9').waitFor();
      },
    );

    test('is what makes it ask: without one the provider still knows the officer', async () => {
      const page = await newPage();
      await goOn(page, await begun(page));
      await isIn(page);
      await page.context().clearCookies({ name: 'concord-session' });
      await page.goto(playground);
      await link(page).click();
      await isIn(page);
    });

    test('of nobody leads back to the page', async () => {
      const { status, headers } = await fetch(`${playground}sign-out`, { redirect: 'manual' });
      expect([status, headers.get('location')]).toEqual([302, playground]);
    });
  });
}
