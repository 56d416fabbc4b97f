import { costsOf } from '../../support/end-to-end/costs.ts';
import { alone, linked, profile } from '../../support/end-to-end/demo.ts';
import { everyKind, type Kind } from '../../support/end-to-end/kinds-of-values/kinds.ts';
import { inputOf, leastDossier, officersOf, provenance } from '../../support/end-to-end/officer.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import { fullSelection } from '../../support/full-selection.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

export function costSuite(stack: OwnStack): void {
  const investigator = stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

  const { spentBy, costOf } = costsOf(stack, investigator);

  const page = `query ($first: Int!) {
  belarus { dossiers(first: $first) { nodes { id names { full } suspect { russia { id names { full } } } } } }
}`;

  describe('what a query costs', () => {
    const once = { belarus: 1, russia: 1 };

    test.each(Object.values(linked))(
      'a profile, whosever its id: one fetch and one read of each agency, and one write that it was read: %s',
      async (id) => {
        expect(await costOf(profile, { id })).toEqual({ fetches: once, commands: { belarus: 2, russia: 2 } });
      },
    );

    test('a person whom one agency knows: the same, and nothing of the other to put on record', async () => {
      expect(await costOf(profile, { id: alone })).toEqual({
        fetches: once,
        commands: { belarus: 2, russia: 1 },
      });
    });

    test.each([50, 100])('a page of %i with the other half: the same as one', async (first) => {
      expect(await costOf(page, { first })).toEqual({ fetches: once, commands: { belarus: 2, russia: 2 } });
    });

    test('a half that nobody asked for: nothing', async () => {
      const { fetches, commands } = await costOf('query ($id: ID!) { suspect(id: $id) { belarus { id } } }', {
        id: linked.belarus,
      });
      expect(fetches).toEqual({ belarus: 1, russia: 0 });
      expect(commands.russia).toBe(0);
    });

    test('the id alone: nothing', async () => {
      const nothing = { belarus: 0, russia: 0 };
      expect(await costOf('query ($id: ID!) { suspect(id: $id) { id } }', { id: linked.belarus })).toEqual({
        fetches: nothing,
        commands: nothing,
      });
    });
  });

  const schema = schemaOf(supergraphSdl());
  const fullProfile = `query ($id: ID!) {
  suspect(id: $id) {
    belarus ${fullSelection(schema, 'BelarusDossier', ['candidates', 'matchTokens'])}
    russia ${fullSelection(schema, 'RussiaDossier', ['candidates', 'matchTokens'])}
  }
}`;
  /** A page of everything. The pages within it are short, since all together would be more than one may ask for. */
  const fullPage = (first: number) => `{ belarus { dossiers(first: ${first}) { nodes {
  ...Whole
  instruments { node { dossiers(first: 2) { nodes { id names { full } } } } }
  infrastructure { node { dossiers(first: 2) { nodes { id names { full } } } } }
  memberships { group { members(first: 2) { nodes { rank dossier { id names { full } } } } } }
} } } }
fragment Whole on BelarusDossier ${fullSelection(schema, 'BelarusDossier', ['dossiers', 'members', 'history', 'reads', 'candidates', 'matchTokens', 'links'])}`;

  /**
   * The dossier; the holders of what it shares, by instrument and by infrastructure; its groups; their members; those
   * dossiers, of the two kinds of holders and of the members; and the write that they were read.
   */
  const ofEverything = 9;
  /** To its own officers: the histories of the dossier and of its group. */
  const ofHistories = 2;

  /** The dossiers of holders and members are read together where they become known in the same moment: once, twice or three times. */
  const aboutAs = (commands: number) => ({
    asymmetricMatch: (other: number) => other <= commands && other >= commands - 2,
  });

  describe('everything that is held on one suspect', () => {
    const officers = officersOf(stack);

    /** A dossier with these kinds of values. */
    async function holding(kinds: readonly Kind[]): Promise<string> {
      const fields = [...new Set(kinds.map(({ field }) => field))];
      const values = fields.map((field) => {
        const ofField = kinds.filter((kind) => kind.field === field);
        return inputOf(field, ...ofField.map(({ written }) => ({ ...written, provenance })));
      });
      const { id } = await officers.recordDossier(Object.assign({}, leastDossier.belarus, ...values));
      return id;
    }

    test.each([
      [
        'one value in each list',
        (kind: Kind) => everyKind.find(({ field }) => field === kind.field) === kind,
      ],
      ['every kind of value in them', () => true],
    ])('costs the same with %s', async (_size, isHeld) => {
      expect(await costOf(fullProfile, { id: await holding(everyKind.filter(isHeld)) })).toEqual({
        fetches: { belarus: 1, russia: 1 },
        commands: { belarus: aboutAs(ofEverything + ofHistories), russia: 1 },
      });
    });

    test('costs less with nothing in them that is shared', async () => {
      const { commands } = await costOf(fullProfile, { id: await holding([]) });
      // The dossier, its history, and the write.
      expect(commands.belarus).toBe(3);
    });

    test('costs the agency abroad no more, with the write that it was read', async () => {
      expect(await costOf(fullProfile, { id: linked.belarus })).toEqual({
        fetches: { belarus: 1, russia: 1 },
        commands: { belarus: aboutAs(ofEverything + ofHistories), russia: aboutAs(ofEverything - 1) },
      });
    });

    test.each([20, 40])('costs no more for a page of %i', async (first) => {
      expect(await costOf(fullPage(first), {})).toEqual({
        fetches: { belarus: 1, russia: 0 },
        commands: { belarus: aboutAs(ofEverything), russia: 0 },
      });
    });
  });

  test('a refused query costs nothing', async () => {
    const refused: unknown[] = [];
    const cost = await spentBy(async () => {
      const refusals = [
        await stack.stranger().query(profile, { id: linked.belarus }),
        await stack.as('belarus', 'investigator').query(profile, { id: linked.belarus }),
        await investigator.query(profile, { id: 'garbage' }),
        await investigator.query(profile, { id: { $gt: '' } }),
      ];
      refused.push(refusals.map(({ codes }) => codes[0]));
    });
    const codes = ['UNAUTHENTICATED', 'MANDATE_INVALID', 'BAD_USER_INPUT', 'BAD_USER_INPUT'];
    expect(refused).toEqual([codes, codes]);
    const nothing = { belarus: 0, russia: 0 };
    expect(cost).toEqual({ fetches: nothing, commands: nothing });
  });
}
