import { type Mutant, without } from './mutant.ts';

export const linkMutants: readonly Mutant[] = [
  {
    mend: 'one dossier at each agency',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/links/link-steps.ts',
        from: "if (proposed.decision === 'SAME' && hasOther(",
        to: "if (proposed.decision === 'DIFFERENT' && hasOther(",
      },
    ],
  },
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
