import { networkInterfaces } from 'node:os';
import { request } from '../../support/end-to-end/callers.ts';
import { officersOf } from '../../support/end-to-end/channel/officers.ts';
import type { DatabaseBehindProxy } from '../../support/end-to-end/database-proxy.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { metric, metricsOf } from '../../support/end-to-end/metrics.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import { until } from '../../support/end-to-end/until.ts';

export function metricsSuite(stack: OwnStack, database: DatabaseBehindProxy): void {
  const scrape = async (address: string) => {
    const { status, text } = await request(metricsOf(address));
    expect(status).toBe(200);
    return text;
  };
  const queued = 'concord_channel_queued_messages';

  describe('a scrape', () => {
    test('is answered on a port of its own, by this machine alone, and not where the API is', async () => {
      for (const address of [stack.gateway, stack.belarus, stack.russia]) {
        expect((await request(`${address}/metrics`)).status).toBe(404);
        expect((await request(metricsOf(address))).status).toBe(200);
        expect((await request(metricsOf(address).replace('/metrics', '/graphql'))).status).toBe(404);
      }
      // Bound to loopback: another address of this machine has nobody at the port.
      const outside = Object.values(networkInterfaces())
        .flatMap((each) => each ?? [])
        .find(({ internal, family }) => !internal && family === 'IPv4');
      if (outside)
        await expect(
          request(metricsOf(stack.gateway).replace('127.0.0.1', outside.address)),
        ).rejects.toThrow();
    });

    test('of an agency tells how its channel and its jobs are', async () => {
      await until(async () => (await scrape(stack.belarus)).includes('concord_channel_lease_held 1'), 30_000);
      const atRest = [
        'concord_channel_queued_messages{agency="RUSSIA"} 0',
        'concord_channel_oldest_unacknowledged_seconds{agency="RUSSIA"} 0',
        'concord_channel_uncollected_dossiers 0',
        'concord_channel_parked_messages{agency="RUSSIA"} 0',
        'concord_channel_unapplied_messages{agency="RUSSIA"} 0',
        'concord_job_failures_total{job="retention"} 0',
      ];
      let text = '';
      // Rounds of measures are told at the start and from time to time: each is on its way for a moment.
      await until(
        async () => {
          text = await scrape(stack.belarus);
          return atRest.every((line) => text.includes(line));
        },
        30_000,
        () => atRest.filter((line) => !text.includes(line)).join('\n'),
      );
      expect(text).not.toContain('concord_channel_blocked_since_timestamp_seconds{');
      await until(
        async () =>
          (await scrape(stack.belarus)).includes(
            'concord_job_last_success_timestamp_seconds{job="rekeying"}',
          ),
        30_000,
      );
    });

    test('of the recipient counts the receipts that it has given', async () => {
      const labels = { to: 'BELARUS', outcome: 'ACCEPTED' };
      const given = () => metric(stack.russia, 'concord_channel_receipts_given_total', labels);
      const before = await given();
      const officers = officersOf(stack, 'belarus');
      await officers.release(await officers.record());
      await until(async () => (await given()) > before, 30_000);
    });

    test('of the gateway and of an agency counts errors by their code, and what was withheld', async () => {
      const counted = (address: string, code: string) => metric(address, 'concord_errors_total', { code });
      const body = JSON.stringify({ query: '{ __typename }' });
      for (const [address, code] of [
        [stack.gateway, 'UNAUTHENTICATED'],
        [stack.belarus, 'IDENTITY_REFUSED'],
      ] as const) {
        const before = await counted(address, code);
        const headers = { 'content-type': 'application/json', authorization: 'Bearer none' };
        const { text } = await request(`${address}/graphql`, { method: 'POST', headers, body });
        expect(JSON.parse(text).errors[0].extensions.code).toBe(code);
        expect(await counted(address, code)).toBe(before + 1);
      }
      const validation = 'GRAPHQL_VALIDATION_FAILED';
      const before = await counted(stack.gateway, validation);
      const investigator = stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');
      await investigator.query('{ nothing }');
      expect(await counted(stack.gateway, validation)).toBe(before + 1);

      const analyst = stack.as('belarus', 'analyst').for('SOLVING', 'BY-2026-000001');
      const document = 'query ($id: ID!) { suspect(id: $id) { russia { id harms { __typename } } } }';
      const { text } = await analyst.query(document, { id: linked.belarus });
      const receipts = JSON.parse(text).extensions?.redactions ?? [];
      expect(receipts.length).toBeGreaterThan(0);
      const [{ owner, reason }] = receipts;
      expect(await metric(stack.russia, 'concord_redactions_total', { owner, reason })).toBeGreaterThan(0);
    });

    test.each([
      ['refuses', () => database.refuse()],
      ['hangs', () => void database.hold('outbox')],
    ])('of an agency whose database %s has all but what is read there', async (_what, goAway) => {
      expect(await scrape(stack.russia)).toContain(`${queued}{`);
      goAway();
      const text = await scrape(stack.russia);
      expect(text).toContain('concord_errors_total{');
      expect(text).toContain('concord_channel_lease_held');
      expect(text).not.toContain(`${queued}{`);
      // What hangs is given up by itself after 12 s, as failover.integration.test.ts shows; what breaks, at once.
      database.refuse();
      await database.pass();
      await until(async () => (await scrape(stack.russia)).includes(`${queued}{`), 30_000);
    });
  });
}
