import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { everythingOf, fieldOf } from '../support/coordinates/asked-of-agency.ts';
import { differences } from '../support/coordinates/compare.ts';
import { type Situation, situationsOf, type Viewpoint } from '../support/coordinates/situations.ts';
import { actionRefusal, isVisible } from '../support/policy/oracle.ts';
import { everyPurpose, everyRole, owners, type RoleName } from '../support/policy/table.ts';

const pairs: RoleName[][] = [
  ['ANALYST', 'LIAISON'],
  ['PARTNER', 'INVESTIGATOR'],
  ['OVERSEER', 'SUPERVISOR'],
];
const other = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;

const viewpoints: Viewpoint[] = owners.flatMap((owner) =>
  (['own', 'foreign'] as const).flatMap((side) =>
    [...everyRole.map((role) => [role]), [], ...pairs].flatMap((roles) =>
      everyPurpose.map((purpose) => ({ owner, side, roles, purpose })),
    ),
  ),
);

describe('every coordinate of a dossier, whatever its state', () => {
  let federation: MarkedFederation;
  beforeAll(async () => {
    federation = await markedFederation();
  });
  afterAll(() => federation.stop());

  async function ask({ name, id, state, question, mandate }: Situation) {
    const { owner, side, roles } = question;
    const answer = await federation.ask(
      { agency: side === 'own' ? owner : other[owner], roles, mandate },
      { query: everythingOf(owner), variables: { id } },
    );
    const { data, errors, extensions } = JSON.parse(answer.body);
    const found = differences(
      question,
      { id, state },
      {
        dossier: data?.suspect?.[fieldOf(owner)],
        reads: data?.[fieldOf(owner)]?.reads,
        redactions: extensions?.redactions ?? [],
        errors,
        text: answer.body,
      },
    );
    // The record of reads names dossiers itself, to whom it is for.
    const isUnknown = !isVisible(question, state) && actionRefusal(question, 'Query/reads') !== undefined;
    return {
      found: found.map((one) => `${name}: ${one}`),
      unknown: isUnknown
        ? [`${mandate.legalBasis} ${answer.status} ${answer.body.replaceAll(id, 'ID')}`]
        : [],
      legalBasis: mandate.legalBasis,
    };
  }

  test.each(viewpoints)('is told to $side $roles as $owner decides for $purpose', async (viewpoint) => {
    const answers = await Promise.all(situationsOf(viewpoint).map(ask));
    expect(answers.flatMap(({ found }) => found)).toEqual([]);
    // What is dark, what is a hit only and what nobody has, have one answer to the byte, under each legal basis.
    const unknown = answers.filter(({ unknown: each }) => each.length > 0);
    expect(new Set(unknown.flatMap((each) => each.unknown)).size).toBe(
      new Set(unknown.map(({ legalBasis }) => legalBasis)).size,
    );
  });
});
