import {
  HalfOfOwnDocuments,
  ProfileDocument,
  RussiaDossiersDocument,
  SearchSuspectsDocument,
} from '../../sdk/src/generated/operations.ts';
import { within } from '../../sdk/src/index.ts';
import { type AgencyProxy, hanging, resetting } from '../support/end-to-end/agency-proxy.ts';
import { linked } from '../support/end-to-end/demo.ts';
import type { OwnStack } from '../support/end-to-end/own-stack.ts';
import { problemOf } from './support/gateway.ts';
import { officerAt } from './support/officer.ts';

export function outageSuite(stack: OwnStack, russia: AgencyProxy): void {
  const investigator = officerAt(stack, 'belarus', 'investigator');

  test('while an agency is down its half is unavailable, and the other is whole', async () => {
    const before = await investigator.query(ProfileDocument, { id: linked.belarus });
    russia.behave(resetting);
    const { data, outages } = await investigator.query(ProfileDocument, { id: linked.belarus });
    expect(data.suspect?.russia).toEqual({
      state: 'unavailable',
      coordinate: 'Suspect.russia',
      agency: 'RUSSIA',
    });
    expect(data.suspect?.belarus).toEqual(before.data.suspect?.belarus);
    expect(outages).toEqual(['RUSSIA']);
  });

  test('while an agency hangs, the half of the other comes before it, and its own is told as unavailable', async () => {
    russia.behave(hanging);
    const found: [agency: string, half: string | undefined, outages: readonly string[]][] = [];
    for await (const half of investigator.halves(HalfOfOwnDocuments, { id: linked.belarus })) {
      if (half.state === 'lost') throw half.error;
      found.push([half.agency, half.data.suspect?.half.state, half.outages]);
    }
    expect(found).toEqual([
      ['BELARUS', 'present', []],
      ['RUSSIA', 'unavailable', ['RUSSIA']],
    ]);
  });

  test('while an agency is down its list ends with an error, and not as if it were empty', async () => {
    russia.behave(resetting);
    const pages = investigator.pages(RussiaDossiersDocument, {}, (data) =>
      within(data.russia, ({ dossiers }) => dossiers),
    );
    expect(await problemOf(pages.next())).toMatchObject({
      code: 'PAGE_MISSING',
      gap: { state: 'unavailable', agency: 'RUSSIA' },
    });
  });

  describe('while an agency is down a search', () => {
    const criteria = { name: 'Haradzeyka Yauhen' };
    const pages = (options = {}) =>
      investigator.pages(SearchSuspectsDocument, { criteria }, (data) => data.searchSuspects, options);

    test('ends with an error, and not as if the agency had nothing', async () => {
      const { value: whole } = await pages().next();
      expect(whole?.page.nodes.missing).toEqual([]);
      russia.behave(resetting);
      expect(await problemOf(pages().next())).toMatchObject({
        code: 'PAGE_MISSING',
        gap: { state: 'unavailable', agency: 'RUSSIA' },
      });
    });

    test('has what the other has found, for who takes a part', async () => {
      russia.behave(resetting);
      const { value: part } = await pages({ partial: true }).next();
      expect(part?.outages).toEqual(['RUSSIA']);
      expect(part?.page.nodes.items.length).toBeGreaterThan(0);
      expect(part?.page.nodes.missing).toEqual([
        { state: 'unavailable', coordinate: 'SuspectSearchConnection.nodes', agency: 'RUSSIA' },
      ]);
    });
  });
}
