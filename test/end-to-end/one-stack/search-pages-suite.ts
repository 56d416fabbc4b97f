import { costsOf } from '../../support/end-to-end/costs.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import { search, searching } from '../../support/end-to-end/search.ts';

export function searchPagesSuite(stack: OwnStack): void {
  const investigator = stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');
  const find = searching(investigator);
  const { costOf } = costsOf(stack, investigator);

  describe('a page', () => {
    const criteria = { birthDate: '1989-08-23', name: 'Городейко Евгений' };
    const namesakes = { surname: 'Каваленка' };

    test('goes on where the one before ended', async () => {
      const all = await find(namesakes, { scope: ['BELARUS'] });
      expect(all.found.length).toBeGreaterThan(1);
      const seen: unknown[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof find>> = await find(namesakes, {
          scope: ['BELARUS'],
          first: 1,
          after,
        });
        seen.push(...page.found);
        after = page.pageInfo?.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toEqual(all.found);
    });

    test('is refused to another officer, under another mandate, for another search, and when its cursor was altered', async () => {
      const first = await find(namesakes, { scope: ['BELARUS'], first: 1 });
      const after = first.cursors[0];
      const more = { scope: ['BELARUS'], after };
      expect((await find(namesakes, more)).codes).toEqual([]);
      const refused = [
        await find(
          namesakes,
          more,
          stack.as('belarus', 'investigator', { sub: 'another' }).for('INVESTIGATION', 'BY-2026-000001'),
        ),
        await find(namesakes, more, investigator.for('SOLVING', 'BY-2026-000001')),
        await find({ surname: 'Петров' }, more),
        await find(namesakes, { after }),
        await find(namesakes, { ...more, after: `${after?.slice(0, -2)}AA` }),
        await find(namesakes, { ...more, after: 'first' }),
      ];
      for (const answer of refused) expect(answer.codes).toEqual(['BAD_USER_INPUT']);
      expect(new Set(refused.map(({ body }) => body.errors?.[0]?.message)).size).toBe(1);
    });

    test.each([1, 20, 100])(
      'of %i costs each agency two fetches at most: its matches, and its halves',
      async (first) => {
        const { fetches } = await costOf(search, { criteria, first });
        expect(fetches).toEqual({ belarus: 2, russia: 2 });
      },
    );

    test('of a search at home costs the other agency nothing that tells it of the criteria', async () => {
      const document = `query ($criteria: SuspectCriteria!, $scope: [Agency!]) {
      searchSuspects(criteria: $criteria, scope: $scope) { nodes { suspect { id belarus { id } } } } }`;
      const { fetches, commands } = await costOf(document, { criteria, scope: ['BELARUS'] });
      expect(fetches).toEqual({ belarus: 2, russia: 0 });
      expect(commands.russia).toBe(0);
    });
  });
}
