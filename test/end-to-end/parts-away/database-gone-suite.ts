import { randomUUID } from 'node:crypto';
import { request } from '../../support/end-to-end/callers.ts';
import type { DatabaseBehindProxy } from '../../support/end-to-end/database-proxy.ts';
import { linked, type Profile, profile } from '../../support/end-to-end/demo.ts';
import { fetchFrom } from '../../support/end-to-end/fetches.ts';
import { tracesOfTheInside } from '../../support/end-to-end/inside.ts';
import { leastDossier } from '../../support/end-to-end/officer.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import { until } from '../../support/end-to-end/until.ts';

export function databaseGoneSuite(
  stack: OwnStack,
  database: DatabaseBehindProxy,
  ports: readonly string[],
): void {
  const investigator = stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

  const ask = () => investigator.query<Profile>(profile, { id: linked.belarus });
  const health = (path: string) => request(`${stack.russia}/health/${path}`);
  const ready = () => until(async () => (await health('ready')).status === 200, 30_000);

  /** Healing is the driver's own doing: nothing here but the way to the database is made passable again. */
  async function heal() {
    await database.pass();
    await ready();
  }

  afterEach(heal);

  test('a stack of which one database is named says that the other is not', () => {
    expect(stack.process().output()).toContain(
      'belarus database: RUSSIA_MONGODB_URI is set, BELARUS_MONGODB_URI is not, so it gets an embedded one',
    );
  });

  describe('while Russia’s database is gone', () => {
    beforeAll(() => expect(ask()).resolves.toMatchObject({ status: 200, codes: [] }));

    test('its subgraph lives but is not ready, and says what it lacks', async () => {
      expect(await health('ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
      database.refuse();
      const { status, text } = await health('ready');
      expect(status).toBe(503);
      expect(JSON.parse(text)).toEqual({ status: 'not ready', missing: ['database'] });
      expect(tracesOfTheInside(text, ports)).toEqual([]);
      expect((await health('live')).status).toBe(200);
    });

    test('Belarus is whole, Russia’s half is null, and the caller is told so', async () => {
      const whole = (await ask()).body.data;
      expect(whole?.suspect?.russia?.id).toBe(linked.russia);
      database.refuse();
      const { status, body, text } = await ask();
      expect(status).toBe(200);
      expect(body.data).toEqual({ suspect: { ...whole?.suspect, russia: null } });
      expect(body.errors).toMatchObject([
        { path: ['suspect', 'russia'], extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } },
      ]);
      expect(tracesOfTheInside(text, ports)).toEqual([]);
    });

    test('its namespace keeps Belarus’s list', async () => {
      database.refuse();
      const { body } = await investigator.query(
        '{ belarus { dossiers(first: 1) { nodes { id } } } russia { dossiers: releasedDossiers(first: 1) { nodes { id } } } }',
      );
      expect(body).toMatchObject({
        data: { belarus: { dossiers: { nodes: [expect.anything()] } }, russia: { dossiers: null } },
        errors: [
          { path: ['russia', 'dossiers'], extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } },
        ],
      });
    });

    test('the subgraph itself says that it is an outage, and neither where nor of what', async () => {
      const body = JSON.stringify({
        query: '{ russia { dossiers: releasedDossiers(first: 1) { nodes { id } } } }',
      });
      const direct = () => fetchFrom(stack, stack.russia, { audience: 'RUSSIA', body });
      expect((await direct()).codes).toEqual([]);
      database.refuse();
      const { codes, text } = await direct();
      expect(codes).toEqual(['AGENCY_UNAVAILABLE']);
      expect(tracesOfTheInside(text, ports)).toEqual([]);
    });

    test('the gateway and Belarus stay ready', async () => {
      database.refuse();
      expect((await health('ready')).status).toBe(503);
      expect((await request(`${stack.gateway}/health/ready`)).status).toBe(200);
      expect((await request(`${stack.belarus}/health/ready`)).status).toBe(200);
    });
  });

  test('a database that returns is used again by itself', async () => {
    database.refuse();
    expect((await ask()).codes).toEqual(['AGENCY_UNAVAILABLE']);
    await heal();
    const { body } = await ask();
    expect(body.errors).toBeUndefined();
    expect(body.data?.suspect?.russia?.id).toBe(linked.russia);
  });

  describe('when Russia’s database goes away in the middle of', () => {
    const officer = () =>
      stack
        .as('russia', 'investigator')
        .for('INVESTIGATION', 'RU-2026-000001')
        .with('idempotency-key', randomUUID());
    const record = `mutation ($input: DossierInput!) { russia { recordDossier(input: $input) { __typename
    ... on RussiaRecordedDossier { id: of dossier { version } } } } }`;
    const amend = `mutation ($input: AmendDossierInput!) { russia { amendDossier(input: $input) { __typename } } }`;
    const input = leastDossier.russia;
    const recorded = { __typename: 'RussiaRecordedDossier', id: expect.stringMatching(/^RU-/) };

    test('a write, nobody knows of it, and the same key tells that it was done, once', async () => {
      const { query } = officer();
      database.goAfter('commitTransaction');
      const { body, codes, text } = await query(record, { input });
      expect(codes).toEqual(['OUTCOME_UNKNOWN']);
      expect(body).toMatchObject({ data: { russia: { recordDossier: null } } });
      expect(tracesOfTheInside(text, ports)).toEqual([]);
      await heal();
      const again = await query(record, { input });
      expect(again.body.data).toMatchObject({ russia: { recordDossier: recorded } });
      expect((await query(record, { input })).body).toEqual(again.body);
    });

    test('what is read before a write, nothing was done', async () => {
      database.goAfter('find');
      const change = { dossier: linked.russia, version: 1, remove: ['V000000001'] };
      expect((await officer().query(amend, { input: change })).codes).toEqual(['AGENCY_UNAVAILABLE']);
    });

    test('what is read after a write, it is done, and only that is missing', async () => {
      const { query } = officer();
      const recordedSince = async (attempts: number): ReturnType<typeof query> => {
        database.goAfter('find');
        const answer = await query<{ russia: { recordDossier: unknown } | null }>(record, { input });
        // The channel looks for what waits in dossiers, and may have come first: nothing was done then.
        if (attempts === 0 || answer.body.data?.russia?.recordDossier) return answer;
        await heal();
        return recordedSince(attempts - 1);
      };
      const { body, codes } = await recordedSince(4);
      expect(codes).toEqual(['AGENCY_UNAVAILABLE']);
      expect(body.data).toMatchObject({ russia: { recordDossier: { ...recorded, dossier: null } } });
    });

    test('a query, it is an outage', async () => {
      database.goAfter('find');
      const { codes } = await officer().query('{ russia { dossiers(first: 1) { nodes { id } } } }');
      expect(codes).toEqual(['AGENCY_UNAVAILABLE']);
    });

    test('nothing, since it was gone before: nothing was done', async () => {
      database.refuse();
      expect((await health('ready')).status).toBe(503);
      expect((await officer().query(record, { input })).codes).toEqual(['AGENCY_UNAVAILABLE']);
    });
  });
}
