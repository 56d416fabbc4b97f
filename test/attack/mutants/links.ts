import { type Mutant, without } from '../../mutants/mutant.ts';

export const linkMutants: readonly Mutant[] = [
  {
    name: 'one dossier at each agency',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/links/link-steps.ts',
        from: 'if (contradicts(dossier, foreign, proposed.decision',
        to: "if (contradicts(dossier, foreign, 'DIFFERENT'",
      },
    ],
  },
  without(
    'a link by another name',
    'subgraphs/agency/records/dossier/links/link-steps.ts',
    "(decision === 'SAME' || link.dossier === undefined || foreign.dossier === undefined)",
    "decision === 'SAME'",
  ),
  without(
    'review by another',
    'subgraphs/agency/records/dossier/links/link-transition.ts',
    'proposal.changedBy?.includes(event.by)',
    'false',
  ),
  without(
    'withdrawal of what is meant',
    'subgraphs/agency/records/dossier/links/link-transition.ts',
    "{ refused: 'NOT_PROPOSED' };\n  if (own",
    'closed(link, at);\n  if (own',
  ),
  without(
    'proposals of other cases in a day',
    'subgraphs/agency/records/dossier/steps/counted-proposal.ts',
    'mostProposedOutsideADay = 20',
    'mostProposedOutsideADay = 2_000',
  ),
  without(
    'links parted in a day',
    'subgraphs/agency/api/resolvers/link-resolvers.ts',
    'partsPersons(dossier, foreign, author.at) && isOutside(context, dossier)',
    'false',
  ),
];
