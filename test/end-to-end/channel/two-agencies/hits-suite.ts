import { officersOf } from '../../../support/end-to-end/channel/officers.ts';
import { halvesShown, hitsFor, linksShown } from '../../../support/end-to-end/channel/profile.ts';
import { databaseOf, untilQuiet } from '../../../support/end-to-end/channel/reader.ts';
import { agencyNames, otherOf, type TwoAgencies } from '../../../support/end-to-end/channel/two-agencies.ts';
import { provenance } from '../../../support/end-to-end/officer.ts';
import type { AgencyName } from '../../../support/end-to-end/tokens.ts';
import { long } from '../../../support/long.ts';

export function hitsSuite(agencies: TwoAgencies): void {
  const readers = agencyNames.map((agency) => databaseOf(agencies, agency));
  const [atHome, abroad] = [officersOf(agencies, 'belarus'), officersOf(agencies, 'russia')];
  const longest = 300_000;

  type Pair = Record<AgencyName, string>;

  /** Two dossiers with one passport, each known to the other agency by a hit alone. */
  async function pairWithHits(number: string): Promise<{ pair: Pair; hits: Pair }> {
    const documents = [{ kind: 'PASSPORT', issuer: 'BY', number, provenance }];
    const pair = { belarus: await atHome.record({ documents }), russia: await abroad.record({ documents }) };
    const hitOf = async (agency: AgencyName) => {
      const hits = await hitsFor(agencies, agency, pair[agency]);
      expect(hits).toHaveLength(1);
      return hits[0] ?? '';
    };
    return { pair, hits: { belarus: await hitOf('belarus'), russia: await hitOf('russia') } };
  }

  async function expectOnePerson(pair: Pair): Promise<void> {
    for (const agency of agencyNames) {
      expect(await linksShown(agencies, agency, pair[agency])).toMatchObject([
        {
          ...{ dossier: pair[otherOf(agency)], state: 'SAME' },
          ...{ decided: { decision: 'SAME' }, told: { decision: 'SAME' } },
        },
      ]);
      for (const id of Object.values(pair)) expect(await halvesShown(agencies, agency, id)).toEqual(pair);
    }
  }

  test(
    'both agencies that decide in the same moment, each knowing the other’s dossier by a hit, have one link of it',
    async () => {
      const { pair, hits } = await pairWithHits('MP9100001');
      await Promise.all([atHome.decide(pair.belarus, hits.belarus), abroad.decide(pair.russia, hits.russia)]);
      await untilQuiet(readers);
      await expectOnePerson(pair);
    },
    longest,
  );

  long.test(
    'and so they have when both decisions were on their way before either arrived',
    async () => {
      const { pair, hits } = await pairWithHits('MP9100002');
      const nowhere = 'http://localhost:1/channel';
      const settings = { BELARUS_CHANNEL_URL: nowhere, RUSSIA_CHANNEL_URL: nowhere };
      for (const agency of agencyNames) await agencies.restart(agency, { settings });
      await atHome.decide(pair.belarus, hits.belarus);
      await abroad.decide(pair.russia, hits.russia);
      // Until they are told neither agency knows the other's dossier.
      for (const agency of agencyNames)
        expect(await linksShown(agencies, agency, pair[agency])).toMatchObject([
          { dossier: null, reference: hits[agency], state: 'UNVERIFIED' },
        ]);
      for (const agency of agencyNames) await agencies.restart(agency);
      await untilQuiet(readers);
      await expectOnePerson(pair);
    },
    longest,
  );

  test(
    'of one that decides alone, the other has a link that waits, and nobody learns an id by it',
    async () => {
      const { pair, hits } = await pairWithHits('MP9100003');
      await atHome.decide(pair.belarus, hits.belarus);
      await untilQuiet(readers);
      expect(await linksShown(agencies, 'belarus', pair.belarus)).toMatchObject([
        { dossier: null, reference: hits.belarus, state: 'UNVERIFIED', told: { decision: 'NONE' } },
      ]);
      expect(await linksShown(agencies, 'russia', pair.russia)).toMatchObject([
        { dossier: pair.belarus, state: 'UNVERIFIED', told: { decision: 'SAME' } },
      ]);
      expect(await halvesShown(agencies, 'belarus', pair.belarus)).toEqual({ ...pair, russia: null });
    },
    longest,
  );
}
