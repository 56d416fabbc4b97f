import { Registry } from 'prom-client';
import { counterOf, errorCounter, type Figures, scrapedGauges } from '../../server/create-registry.ts';
import { errorCodes } from '../../server/errors.ts';

const gauges = {
  queued: { help: 'Messages that wait.', labelNames: ['agency'] },
  uncollected: { help: 'Dossiers with messages.', labelNames: [] },
};
const figures = (value: number) => ({
  queued: [{ labels: { agency: 'RUSSIA' }, value }],
  uncollected: [{ value }],
});

/** What a scrape tells of gauges that are read so. */
function scraped(read: () => Promise<Record<keyof typeof gauges, Figures>>) {
  const registry = new Registry();
  counterOf(registry, 'counted', 'Something else.', []).inc();
  scrapedGauges(registry, gauges, read, 20);
  return async () => (await registry.metrics()).split('\n').filter((line) => /^\w/.test(line));
}

describe('gauges that are read when they are scraped', () => {
  test('are read once for each scrape', async () => {
    let reads = 0;
    const scrape = scraped(async () => figures(++reads));
    expect(await scrape()).toEqual(['counted 1', 'queued{agency="RUSSIA"} 1', 'uncollected 1']);
    expect(await scrape()).toEqual(['counted 1', 'queued{agency="RUSSIA"} 2', 'uncollected 2']);
  });

  test('are left out of a scrape whose reading fails, and are there again after it', async () => {
    let isGone = false;
    const scrape = scraped(async () => {
      if (isGone) throw new Error('gone');
      return figures(3);
    });
    await scrape();
    isGone = true;
    expect(await scrape()).toEqual(['counted 1']);
    isGone = false;
    expect(await scrape()).toContain('uncollected 3');
  });

  test('are left out while a reading hangs, and no other is begun', async () => {
    let reads = 0;
    let answer: (read: ReturnType<typeof figures>) => void = () => undefined;
    const scrape = scraped(() => {
      reads++;
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    expect(await scrape()).toEqual(['counted 1']);
    expect(await scrape()).toEqual(['counted 1']);
    expect(reads).toBe(1);
    answer(figures(4));
    const after = scrape();
    await Promise.resolve();
    answer(figures(5));
    expect((await after).length).toBeGreaterThan(1);
  });
});

describe('errors', () => {
  test('are counted by their code, and every code is there from the start', async () => {
    const registry = new Registry();
    const count = errorCounter(registry);
    count('FORBIDDEN');
    count('FORBIDDEN');
    const { values } = await counterOf(registry, 'concord_errors_total', '', ['code']).get();
    const counted = new Map(values.map(({ labels, value }) => [labels.code, value]));
    expect([...counted.keys()].sort()).toEqual(Object.keys(errorCodes).sort());
    expect([counted.get('FORBIDDEN'), counted.get('NOT_FOUND')]).toEqual([2, 0]);
  });

  test.each(['made up', '__proto__', undefined, 7])(
    'with the code %j are counted as internal',
    async (code) => {
      const registry = new Registry();
      errorCounter(registry)(code);
      expect(await registry.metrics()).toContain('concord_errors_total{code="INTERNAL_SERVER_ERROR"} 1');
    },
  );

  test('of two who count in one registry are counted together', async () => {
    const registry = new Registry();
    errorCounter(registry)('NOT_FOUND');
    errorCounter(registry)('NOT_FOUND');
    expect(await registry.metrics()).toContain('concord_errors_total{code="NOT_FOUND"} 2');
  });
});
