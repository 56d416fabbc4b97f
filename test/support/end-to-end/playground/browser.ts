import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What a page did that it must not: asked another host, broke its policy, or failed. */
interface Misdeeds {
  hosts: string[];
  complaints: string[];
}

/** What a browser says of a request that the gateway refused; the tests say of each whether it should be. */
const refused = /Failed to load resource: the server responded with a status of 4\d\d/;

function watch(context: BrowserContext, allowed: readonly string[], misdeeds: Misdeeds): void {
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && !allowed.includes(origin)) misdeeds.hosts.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !refused.test(message.text())) misdeeds.complaints.push(message.text());
  });
  context.on('weberror', (error) => misdeeds.complaints.push(error.error().message));
}

/**
 * A browser for the tests of a file, each page in a context of its own. After each test no page may have asked another
 * host than those it was allowed, nor have complained, unless the test has taken the complaints itself.
 */
export function browser() {
  let running: Browser;
  const misdeeds: Misdeeds = { hosts: [], complaints: [] };
  let contexts: BrowserContext[] = [];
  beforeAll(async () => {
    running = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    const { hosts, complaints } = misdeeds;
    Object.assign(misdeeds, { hosts: [], complaints: [] });
    expect({ hosts, complaints }).toEqual({ hosts: [], complaints: [] });
  });
  afterAll(async () => {
    await running?.close();
  });
  return {
    /** A page of a new browser profile at `address`. `others` are origins beside the address's own that it may ask. */
    async open(
      address: string,
      { others = [], ...options }: BrowserContextOptions & { others?: string[] } = {},
    ): Promise<Page> {
      const context = await running.newContext({
        locale: 'en-GB',
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      context.setDefaultTimeout(30_000);
      contexts.push(context);
      watch(context, [new URL(address).origin, ...others], misdeeds);
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    /** What pages have complained of since the last time, which is then no more a reason to fail. */
    takeComplaints: (): string[] => misdeeds.complaints.splice(0),
  };
}
