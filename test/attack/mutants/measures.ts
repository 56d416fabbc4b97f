import { type Mutant, without } from '../../mutants/mutant.ts';

const transition = 'subgraphs/agency/records/measures/measure-transition.ts';
const steps = 'subgraphs/agency/records/dossier/steps';

/** Defences against one officer who takes alone what two are to take. */
export const measureMutants: readonly Mutant[] = [
  without(
    'second officer of a measure',
    transition,
    "  if (measure.plannedBy === by) return { refused: 'SAME_OFFICER' };\n",
    '',
  ),
  without(
    'authorisation of a measure',
    'subgraphs/agency/records/values/measures.ts',
    "if (state === 'AUTHORISED')",
    "if (state === 'AUTHORISED' && outcome)",
  ),
  without(
    'case of a measure',
    'subgraphs/agency/api/measures/measure-steps.ts',
    '        demandCaseOf(context, dossier, action);\n',
    '',
  ),
  without(
    'open measure of an amendment',
    `${steps}/amend.ts`,
    'if (remove.some((id) => isOpenMeasure(known.get(id)))) return stillOpen;',
    '',
  ),
  {
    name: 'urgent starts in a day',
    edits: [
      {
        file: `${steps}/measure-steps.ts`,
        from: 'mostUrgentADay = 10;',
        to: 'mostUrgentADay = 1_000;',
      },
    ],
  },
];
