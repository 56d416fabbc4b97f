import { type Officers, officersOf } from '../../../support/end-to-end/channel/officers.ts';
import { hitsFor } from '../../../support/end-to-end/channel/profile.ts';
import { databaseOf, untilQuiet } from '../../../support/end-to-end/channel/reader.ts';
import { agencyNames, type TwoAgencies } from '../../../support/end-to-end/channel/two-agencies.ts';
import { provenance } from '../../../support/end-to-end/officer.ts';
import type { AgencyName } from '../../../support/end-to-end/tokens.ts';
import { until } from '../../../support/end-to-end/until.ts';
import { long } from '../../../support/long.ts';

export function requestsSuite(agencies: TwoAgencies): void {
  const readers = agencyNames.map((agency) => databaseOf(agencies, agency));
  const longest = 300_000;
  const hour = 3_600_000;
  const day = 24 * hour;

  interface Half {
    state: string;
    version: number;
    deadline: string | null;
    endedAt: string | null;
    answer: { kind: string; release: string | null } | null;
  }

  type Took = Record<string, Record<string, { __typename: string; of?: string } | null>>;

  /** Takes an action on a request; its id. */
  async function act(
    officers: Officers,
    agency: AgencyName,
    role: string,
    action: string,
    type: string,
    input: object,
  ) {
    const document = `mutation ($input: ${type}!) { ${agency} { ${action}(input: $input) { __typename
    ... on RecordedRequest { of } ... on InvalidInput { problems { path code } } } } }`;
    const took = await officers.take<Took>(role, document, { input });
    const outcome = took[agency]?.[action];
    if (outcome?.of === undefined) throw new Error(JSON.stringify(took));
    return outcome.of;
  }

  async function read(
    officers: Officers,
    agency: AgencyName,
    id: string,
    role = 'supervisor',
  ): Promise<Half | undefined> {
    const document = `query ($id: ID!) { ${agency} { request(id: $id) { ${agency} {
    state version deadline endedAt answer { kind release } } } } }`;
    const data = await officers.ask<Record<string, { request: Record<string, Half> | null }>>(
      role,
      document,
      {
        id,
      },
    );
    return data[agency]?.request?.[agency];
  }

  /** Russia's investigator asks about a hit, and its supervisor sends it. */
  async function asked(officers: Officers, hit: string): Promise<string> {
    const input = {
      to: 'BELARUS',
      subject: { hit },
      classes: ['IDENTITY'],
      urgency: 'URGENT_AVAILABLE',
      offence: '159',
      necessity: 'Calls to a victim came from this person',
    };
    const request = await act(officers, 'russia', 'investigator', 'draftRequest', 'DraftRequestInput', input);
    return act(officers, 'russia', 'supervisor', 'authoriseRequest', 'RequestInput', { request });
  }

  const names = `query ($id: ID!) { suspect(id: $id) { belarus { names { full } } } }`;

  test(
    'a request leads from a hit to a release, and the recall takes back what it gave',
    async () => {
      const documents = [{ kind: 'PASSPORT', issuer: 'BY', number: 'MP9200001', provenance }];
      const [atHome, abroad] = [officersOf(agencies, 'belarus'), officersOf(agencies, 'russia')];
      const [dossier, ofRussia] = [await atHome.record({ documents }), await abroad.record({ documents })];
      const [hit = ''] = await hitsFor(agencies, 'russia', ofRussia);
      const reads = () =>
        agencies
          .as('russia', 'investigator')
          .for('INVESTIGATION', 'RU-2026-000001')
          .query<{ suspect: { belarus: { names: { full: string }[] } | null } }>(names, { id: dossier })
          .then(({ body }) => ({
            names: body.data?.suspect.belarus?.names.length ?? 0,
            handling: body.extensions?.handling,
          }));
      const nothing = { names: 0, handling: undefined };

      const id = await asked(abroad, hit);
      await until(async () => (await read(abroad, 'russia', id))?.state === 'RECEIVED', 30_000);
      // A process that is killed loses nothing of it.
      await agencies.restart('belarus');
      // An agency signs for a message once it is stored, and applies it afterwards.
      await until(async () => (await read(atHome, 'belarus', id, 'liaison')) !== undefined, 30_000);
      await act(atHome, 'belarus', 'liaison', 'acceptRequest', 'RequestInput', { request: id });
      await agencies.restart('russia');
      expect((await read(atHome, 'belarus', id))?.deadline).toBe(
        (await read(abroad, 'russia', id))?.deadline,
      );
      expect(await reads()).toEqual(nothing);

      const releasedUntil = new Date(Date.now() + 20 * day).toISOString();
      const answer = { request: id, kind: 'GRANTED', until: releasedUntil, handling: 'H1' };
      await act(atHome, 'belarus', 'liaison', 'proposeAnswer', 'ProposeAnswerInput', answer);
      const version = (await read(atHome, 'belarus', id))?.version;
      const decision = { request: id, version, approves: true };
      await act(atHome, 'belarus', 'supervisor', 'decideAnswer', 'DecideAnswerInput', decision);
      await until(async () => (await read(abroad, 'russia', id))?.state === 'GRANTED', 30_000);
      const release = (await read(abroad, 'russia', id))?.answer?.release ?? '';
      expect(release).toMatch(new RegExp(`^R-${dossier}-V`));
      const restricted = { coordinate: 'BelarusDossier.names', class: 'IDENTITY', owner: 'BELARUS' };
      expect(await reads()).toEqual({
        names: 1,
        handling: [{ ...restricted, handling: 'H1', records: [dossier] }],
      });

      await atHome.recall(dossier, release);
      expect(await reads()).toEqual(nothing);
      await untilQuiet(readers);
    },
    longest,
  );

  long.test(
    'a request to an agency that was down for a week has its time from the receipt, and ends at both at one moment, clocks apart',
    async () => {
      await agencies.restart('russia');
      await agencies.kill('belarus');
      const id = await asked(officersOf(agencies, 'russia'), 'BYH-00000000000000000000');
      expect((await read(officersOf(agencies, 'russia'), 'russia', id))?.state).toBe('SENT');

      const apart = 10 * 60_000;
      await agencies.restart('russia', { clock: 7 * day });
      await agencies.start('belarus', { clock: 7 * day + apart });
      const week = () => officersOf(agencies, 'russia', { clock: 7 * day });
      await until(async () => (await read(week(), 'russia', id))?.state === 'RECEIVED', 60_000);
      const there = officersOf(agencies, 'belarus', { clock: 7 * day + apart });
      const deadline = (await read(there, 'belarus', id))?.deadline;
      expect(deadline).toBe((await read(week(), 'russia', id))?.deadline);
      const expected = Date.now() + 7 * day + apart + 8 * hour;
      expect(Math.abs(Date.parse(deadline ?? '') - expected)).toBeLessThan(hour);

      await agencies.restart('russia', { clock: 7 * day + 9 * hour });
      await agencies.restart('belarus', { clock: 7 * day + 9 * hour + apart });
      const later = officersOf(agencies, 'russia', { clock: 7 * day + 9 * hour });
      const ended = officersOf(agencies, 'belarus', { clock: 7 * day + 9 * hour + apart });
      await until(async () => (await read(later, 'russia', id))?.state === 'NO_DATA', 60_000);
      expect((await read(later, 'russia', id))?.endedAt).toBe(deadline);
      // Nobody has found its form in order: that it has ended is told to those who watch over it, and to no other officer.
      expect((await read(ended, 'belarus', id, 'overseer'))?.endedAt).toBe(deadline);
      expect(await read(ended, 'belarus', id)).toMatchObject({ state: 'RECEIVED', endedAt: null });
    },
    longest,
  );
}
