import { dossierFeatures } from '../../subgraphs/agency/matching/dossier-features.ts';
import { travellingTokens } from '../../subgraphs/agency/matching/travelling-tokens.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { fieldOf } from '../support/coordinates/asked-of-agency.ts';
import { type Situation, situationsOf, type Viewpoint } from '../support/coordinates/situations.ts';
import { searchedRecords } from '../support/marked/searched.ts';
import { testKeys } from '../support/match-keys.ts';
import { classRefusal, isVisible } from '../support/policy/oracle.ts';
import { type Column, everyPurpose, everyRole, owners } from '../support/policy/table.ts';

const other = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;
const compared = ['IDENTITY', 'CONTACT', 'FINANCIAL', 'TECHNICAL'] as const satisfies Column[];

const viewpoints: Viewpoint[] = owners.flatMap((owner) =>
  (['own', 'foreign'] as const).flatMap((side) =>
    [...everyRole.map((role) => [role]), [], ['PARTNER', 'LIAISON'] as const].flatMap((roles) =>
      everyPurpose.map((purpose) => ({ owner, side, roles, purpose })),
    ),
  ),
);

const numbersIn = (text: string): string[] => text.match(/\d{5,}/g) ?? [];

/** The tokens of one class of each dossier, by themselves. */
const tokensByClass = new Map(
  owners.flatMap((owner) =>
    searchedRecords(owner).dossiers.map((dossier) => [
      dossier._id,
      compared.map((column) => ({
        column,
        tokens: numbersIn(
          travellingTokens(
            testKeys,
            dossierFeatures(dossier, (of) => of === column),
          ),
        ),
      })),
    ]),
  ),
);

describe('what of a dossier goes to another agency to be compared', () => {
  let federation: MarkedFederation;
  beforeAll(async () => {
    federation = await markedFederation({ records: searchedRecords });
  });
  afterAll(() => federation.stop());

  /** All dossiers that are asked for under one mandate, in one request. */
  async function answers({ owner, side, roles }: Viewpoint, situations: readonly Situation[]) {
    const field = fieldOf(owner);
    const { body } = await federation.askSubgraph(
      owner,
      {
        agency: side === 'own' ? owner : other[owner],
        roles,
        mandate: (situations[0] as Situation).mandate,
      },
      {
        query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { ${field} { matchTokens } } } }`,
        variables: { of: situations.map(({ id }) => ({ __typename: 'Suspect', id })) },
      },
    );
    return JSON.parse(body).data._entities.map(
      (entity: Record<string, { matchTokens: string | null } | null> | null) =>
        entity?.[field]?.matchTokens ?? null,
    ) as (string | null)[];
  }

  test.each(viewpoints)(
    'for $side $roles of $owner for $purpose is of the classes that he may read',
    async (viewpoint) => {
      const byMandate = new Map<string, Situation[]>();
      for (const one of situationsOf(viewpoint)) {
        const key = JSON.stringify(one.mandate);
        byMandate.set(key, [...(byMandate.get(key) ?? []), one]);
      }
      for (const situations of byMandate.values()) {
        const tokens = await answers(viewpoint, situations);
        const found = situations.map(({ id }, index) => {
          const sent = tokens[index];
          if (sent == null) return null;
          const numbers = new Set(numbersIn(sent));
          return tokensByClass
            .get(id)
            ?.filter((each) => each.tokens.some((token) => numbers.has(token)))
            .map(({ column }) => column);
        });
        const expected = situations.map(({ question, state }) =>
          isVisible(question, state) && state.handlingCode !== 'ORIGINATOR_ONLY'
            ? compared.filter((column) => !classRefusal(question, column, state))
            : null,
        );
        expect(found).toEqual(expected);
      }
    },
  );

  test('has a token of each class that is compared, or nothing would be shown', () => {
    for (const classes of tokensByClass.values())
      for (const { tokens } of classes) expect(tokens.length).toBeGreaterThan(0);
  });

  test('is no field that a caller can ask for', async () => {
    const { body } = await federation.ask(
      {
        agency: 'BELARUS',
        roles: ['INVESTIGATOR'],
        mandate: { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' },
      },
      { query: '{ suspect(id: "BY-0000000000") { belarus { matchTokens } } }' },
    );
    expect(JSON.parse(body).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
