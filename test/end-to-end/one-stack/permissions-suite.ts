import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { alone, linked, nobody } from '../../support/end-to-end/demo.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';

export function permissionsSuite({ as }: OwnStack): void {
  const belarusCase = 'BY-2026-000001';
  const russiaCase = 'RU-2026-000001';
  const agreement = 'COOPERATION_AGREEMENT';
  const acting = (agency: 'belarus' | 'russia', role: string, purpose = 'INVESTIGATION') =>
    as(agency, role)
      .for(purpose, agency === 'belarus' ? belarusCase : russiaCase)
      .under(agreement);

  interface Receipt {
    coordinate: string;
    owner: string;
    reason: string;
    records: string[] | null;
    remedy: string;
  }
  const receiptsOf = (body: { extensions?: Record<string, unknown> }) =>
    (body.extensions?.redactions ?? []) as Receipt[];

  const profile = `query ($id: ID!) { suspect(id: $id) { belarus { ...Half } russia { ...Half } } }
  fragment Half on Dossier { id names { full } contacts { value } instruments { kind } roles { kind } harms { victims } }`;

  /** Which fields of a half have values. */
  async function shownTo(caller: Caller, id: string = linked.belarus) {
    const { body } = await caller.query<{ suspect: Record<string, Record<string, unknown> | null> }>(
      profile,
      {
        id,
      },
    );
    const fields = (half: Record<string, unknown> | null | undefined) =>
      half ? Object.keys(half).filter((field) => half[field] !== null) : null;
    const told = receiptsOf(body).map(({ coordinate, reason }) => `${coordinate} ${reason}`);
    return { belarus: fields(body.data?.suspect.belarus), russia: fields(body.data?.suspect.russia), told };
  }

  describe('one profile, by four viewers', () => {
    test('an investigator of Belarus has his own half whole, and of the other what was released', async () => {
      expect(await shownTo(acting('belarus', 'investigator'))).toEqual({
        belarus: ['id', 'names', 'contacts', 'instruments', 'roles', 'harms'],
        russia: ['id', 'names', 'contacts', 'roles'],
        told: ['RussiaDossier.harms ROLE', 'RussiaDossier.instruments RELEASE_EXPIRED'],
      });
    });

    test('an investigator of Russia has it the other way round', async () => {
      expect(await shownTo(acting('russia', 'investigator'))).toEqual({
        belarus: ['id', 'names', 'contacts', 'roles'],
        russia: ['id', 'names', 'contacts', 'instruments', 'roles', 'harms'],
        told: ['BelarusDossier.harms RELEASE_RECALLED', 'BelarusDossier.instruments NOT_RELEASED'],
      });
    });

    test('an analyst who prevents has the classes of his row', async () => {
      const { belarus, russia, told } = await shownTo(acting('belarus', 'analyst', 'PREVENTION'));
      expect([belarus, russia]).toEqual([
        ['id', 'names'],
        ['id', 'contacts'],
      ]);
      expect(told).toContain('BelarusDossier.instruments PURPOSE');
    });

    test('an overseer has none of it, and is told so', async () => {
      const { belarus, russia, told } = await shownTo(acting('belarus', 'overseer'));
      expect([belarus, russia, told]).toEqual([null, null, ['Suspect.belarus ROLE', 'Suspect.russia ROLE']]);
    });

    test('an officer under his own national law has nothing of the other agency', async () => {
      const { russia, told } = await shownTo(acting('belarus', 'investigator').under('NATIONAL_LAW'));
      expect([russia, told]).toEqual([null, ['Suspect.russia LEGAL_BASIS']]);
    });

    test('each receipt names its owner and what to do; the dossiers only where a record decided', async () => {
      const { body } = await acting('belarus', 'investigator').query(profile, { id: linked.belarus });
      expect(receiptsOf(body)).toEqual([
        expect.objectContaining({ coordinate: 'RussiaDossier.harms', owner: 'RUSSIA', records: null }),
        {
          coordinate: 'RussiaDossier.instruments',
          class: 'FINANCIAL',
          owner: 'RUSSIA',
          reason: 'RELEASE_EXPIRED',
          records: [linked.russia],
          remedy: expect.stringContaining('liaison@interior-ministry.ru.example'),
          advice: { code: 'ASK_NEW_RELEASE', contactPoint: 'liaison@interior-ministry.ru.example' },
        },
      ]);
    });
  });

  const outcome = `__typename ... on BelarusRecordedDossier { dossier { releases { id state } } } ... on InvalidInput { problems { path code } }`;
  type Taken = Record<
    string,
    { __typename: string; dossier?: { releases: { id: string; state: string }[] } } | null
  >;

  /** The version of a dossier, as an officer of its owner reads it. */
  async function versionOf(id: string): Promise<number | undefined> {
    type Read = { suspect: { belarus: { version: number } } };
    const query = 'query ($id: ID!) { suspect(id: $id) { belarus { version } } }';
    const { body } = await acting('belarus', 'liaison').query<Read>(query, { id });
    return body.data?.suspect.belarus.version;
  }

  /** Takes an action on releases, and answers the newest of the dossier. */
  async function take(caller: Caller, action: string, type: string, input: object) {
    const given = action === 'recallRelease' ? input : { version: await versionOf(alone), ...input };
    const document = `mutation ($input: ${type}!) { belarus { ${action}(input: $input) { ${outcome} } } }`;
    const { body, codes } = await caller
      .with('idempotency-key', randomUUID())
      .query<{ belarus: Taken }>(document, { input: given });
    return { codes, release: body.data?.belarus[action]?.dossier?.releases.at(-1) };
  }

  describe('a release, through the gateway', () => {
    const input = {
      dossier: alone,
      to: 'RUSSIA',
      classes: ['CONTACT'],
      purposes: ['INVESTIGATION'],
      until: new Date(Date.now() + 86_400_000).toISOString(),
      reason: 'Joint investigation',
    };
    const liaison = () => acting('belarus', 'liaison');
    const supervisor = () => acting('belarus', 'supervisor');
    const foreign = () => acting('russia', 'investigator');
    const contacts = async () => {
      const { belarus, told } = await shownTo(foreign(), alone);
      return [belarus?.includes('contacts'), told.find((text) => text.includes('contacts'))];
    };

    test('is proposed by a liaison, granted by a supervisor, read abroad, on record, and closed by a recall', async () => {
      expect(await contacts()).toEqual([false, 'BelarusDossier.contacts NOT_RELEASED']);
      const proposed = await take(liaison(), 'proposeRelease', 'ReleaseInput', input);
      expect(proposed.release?.state).toBe('PROPOSED');
      expect(await contacts()).toEqual([false, 'BelarusDossier.contacts NOT_RELEASED']);

      const release = { dossier: alone, release: proposed.release?.id };
      const granted = await take(supervisor(), 'grantRelease', 'GrantReleaseInput', release);
      expect(granted.release?.state).toBe('GRANTED');
      expect(await contacts()).toEqual([true, undefined]);

      const reads =
        '{ belarus { reads(first: 1) { nodes { by agency purpose legalBasis case dossiers coordinates } } } }';
      const { body } = await acting('belarus', 'overseer').query(reads);
      expect(body.data).toEqual({
        belarus: {
          reads: {
            nodes: [
              {
                by: 'russia-investigator-1',
                agency: 'RUSSIA',
                purpose: 'INVESTIGATION',
                legalBasis: agreement,
                case: russiaCase,
                dossiers: [alone],
                coordinates: expect.arrayContaining(['BelarusDossier.contacts', 'Contact.value']),
              },
            ],
          },
        },
      });

      await take(supervisor(), 'recallRelease', 'RecallReleaseInput', { ...release, reason: 'It is over' });
      expect(await contacts()).toEqual([false, 'BelarusDossier.contacts RELEASE_RECALLED']);
    });

    test('is nothing that another agency’s officers give themselves', async () => {
      expect(await take(acting('russia', 'liaison'), 'proposeRelease', 'ReleaseInput', input)).toMatchObject({
        codes: ['FORBIDDEN'],
      });
      const release = { dossier: alone, release: 'V1' };
      expect(
        await take(acting('russia', 'supervisor'), 'grantRelease', 'GrantReleaseInput', release),
      ).toMatchObject({
        codes: ['FORBIDDEN'],
      });
    });

    test('is in the lists of both sides, each with its own', async () => {
      const list = '{ belarus { releasedDossiers(first: 100) { nodes { id releases { state reason } } } } }';
      type Listed = {
        belarus: { releasedDossiers: { nodes: { id: string; releases: { reason: string | null }[] }[] } };
      };
      const listed = async (caller: Caller) =>
        (await caller.query<Listed>(list)).body.data?.belarus.releasedDossiers.nodes ?? [];
      const [own, others] = [await listed(liaison()), await listed(foreign())];
      expect(own.length).toBeGreaterThan(others.length);
      expect(others.flatMap(({ releases }) => releases).every(({ reason }) => reason === null)).toBe(true);
      expect(own.flatMap(({ releases }) => releases).every(({ reason }) => reason !== null)).toBe(true);
    });
  });

  describe('what a viewer may not know of', () => {
    test('is byte for byte what does not exist, in a body and in its length', async () => {
      const ask = async (id: string) =>
        (
          await acting('russia', 'investigator')
            .with('x-request-id', 'the-same-request')
            .query(profile, { id })
        ).text;
      const own = '{ belarus { dossiers(first: 100) { nodes { id handlingCode } } } }';
      type Own = { belarus: { dossiers: { nodes: { id: string; handlingCode: string }[] } } };
      const { body } = await acting('belarus', 'supervisor').query<Own>(own);
      const dark = body.data?.belarus.dossiers.nodes.find(
        ({ handlingCode }) => handlingCode === 'ORIGINATOR_ONLY',
      );
      expect(dark).toBeDefined();
      expect((await ask(String(dark?.id))).replaceAll(String(dark?.id), nobody)).toBe(await ask(nobody));
      expect(await ask(alone)).toContain(alone);
    });
  });

  describe('a case', () => {
    test('that is not assigned to the officer is refused before anything is asked', async () => {
      const { status, codes, body } = await as('belarus', 'investigator', { cases: ['BY-2026-000002'] })
        .for('INVESTIGATION', belarusCase)
        .query(profile, { id: linked.belarus });
      expect([status, codes, body.data]).toEqual([403, ['CASE_NOT_ASSIGNED'], undefined]);
    });

    test('that is assigned to him opens what it is for', async () => {
      const { status, codes } = await acting('belarus', 'investigator').query(profile, {
        id: linked.belarus,
      });
      expect([status, codes]).toEqual([200, []]);
    });
  });
}
