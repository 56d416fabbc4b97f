import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { keptForProcess } from '../../runner/left-behind.ts';
import { chromiumPath } from './chromium.ts';

/** What a page did that it must not: asked another host, broke its policy, or failed. */
interface Misdeeds {
  hosts: string[];
  complaints: string[];
}

/** What a browser says of a request that the gateway refused; the tests say of each whether it should be. */
const refused = /Failed to load resource: the server responded with a status of 4\d\d/;

const originOf = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).origin : '');

/** What pages of `others` do is theirs. */
function watch(
  context: BrowserContext,
  allowed: readonly string[],
  others: readonly string[],
  misdeeds: Misdeeds,
): void {
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const isTheirs = !request.isNavigationRequest() && others.includes(originOf(request.frame().url()));
    if (protocol !== 'data:' && ![...allowed, ...others].includes(origin) && !isTheirs)
      misdeeds.hosts.push(request.url());
  });
  // What the policy has stopped was never sent; the page's complaint of it is a misdeed of its own.
  context.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'csp') return;
    misdeeds.hosts = misdeeds.hosts.filter((url) => url !== request.url());
  });
  context.on('console', (message) => {
    if (others.includes(originOf(message.page()?.url()))) return;
    if (message.type() === 'error' && !refused.test(message.text())) misdeeds.complaints.push(message.text());
  });
  context.on('weberror', (error) => misdeeds.complaints.push(error.error().message));
}

let launched: Promise<Browser> | undefined;

/** The browser of this process, which one file after another uses: a start takes as long as some tests. It ends with the process. */
const browserOfProcess = (executablePath: string): Promise<Browser> => {
  launched ??= keptForProcess(() => chromium.launch({ executablePath, args: ['--no-sandbox'] }));
  return launched;
};

/**
 * A browser's profile for the tests of a file. Its pages share a cache, as those of an analyst do, and nothing else from one test to
 * the next. After each test no page may have asked another host than those it was allowed, nor have complained, unless the
 * test has taken the complaints itself.
 */
export function browser(options: BrowserContextOptions = {}) {
  const executablePath = chromiumPath();
  let context: BrowserContext;
  const allowed: string[] = [];
  const others: string[] = [];
  const misdeeds: Misdeeds = { hosts: [], complaints: [] };
  /** Whether the tests that run have their page together. */
  let areTogether = false;
  const leaveNothing = async () => {
    for (const page of context.pages()) {
      await page.evaluate('localStorage.clear()').catch(() => undefined);
      await page.close();
    }
    await context.clearCookies();
  };
  beforeAll(async () => {
    context = await (await browserOfProcess(executablePath)).newContext({
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    context.setDefaultTimeout(30_000);
    watch(context, allowed, others, misdeeds);
  });
  afterEach(async () => {
    if (!areTogether) await leaveNothing();
    const { hosts, complaints } = misdeeds;
    Object.assign(misdeeds, { hosts: [], complaints: [] });
    expect({ hosts, complaints }).toEqual({ hosts: [], complaints: [] });
  });
  afterAll(async () => {
    await context?.close();
  });
  return {
    /** A new page at `address`. `providers` are origins beside the address's own that it may go to. */
    async open(address: string, providers: readonly string[] = []): Promise<Page> {
      allowed.push(new URL(address).origin);
      others.push(...providers);
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    /**
     * What the tests of the describe block that calls it have together, such as a page in which somebody has signed in: opening one
     * takes longer than most tests. It is prepared before the first of them, and gone after the last.
     */
    together<Prepared>(prepare: () => Promise<Prepared>): () => Prepared {
      let prepared: Prepared;
      beforeAll(async () => {
        areTogether = true;
        prepared = await prepare();
      });
      afterAll(async () => {
        areTogether = false;
        await leaveNothing();
      });
      return () => prepared;
    },
    /** What pages have complained of since the last time, which is then no more a reason to fail. */
    takeComplaints: (): string[] => misdeeds.complaints.splice(0),
  };
}
