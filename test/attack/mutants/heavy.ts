import { type Mutant, without } from '../../mutants/mutant.ts';

export const heavyMutants: readonly Mutant[] = [
  {
    // As it was when a list that is no page cost one field, wherever it stood.
    name: 'shared things inside shared things',
    edits: [
      {
        file: 'gateway/limits/nested-shared-rule.ts',
        from: 'if (inside <= most) return;',
        to: 'if (inside <= most + 10) return;',
      },
      {
        file: 'gateway/limits/cost-rule.ts',
        from: 'return listSizes[field.name] ?? largestPage;',
        to: 'return Math.min(listSizes[field.name] ?? 1, 1);',
      },
    ],
  },
  without(
    'names of one field',
    'gateway/limits/operation-limits.ts',
    'namesOfField: 3,',
    'namesOfField: 3_000,',
  ),
  {
    name: 'objects of an answer',
    edits: [
      {
        file: 'subgraphs/agency/api/work/work-limits.ts',
        from: 'objects: 50_000,',
        to: 'objects: 50_000_000,',
      },
    ],
  },
  {
    name: 'letters of an answer',
    edits: [
      {
        file: 'subgraphs/agency/api/work/work-limits.ts',
        from: 'characters: 4 * 1024 * 1024,',
        to: 'characters: 400 * 1024 * 1024,',
      },
    ],
  },
  {
    name: 'turns of an officer',
    edits: [
      {
        file: 'server/standstill/lane.ts',
        from: 'if (this.#hasRoom() && this.#mayRun(operation)) {',
        to: 'if (operation) {',
      },
    ],
  },
  {
    name: 'turns of large writes',
    edits: [
      {
        file: 'subgraphs/agency/api/work/work.ts',
        from: 'const isLarge = given > 0 && this.#isCounted();',
        to: 'const isLarge = given < 0;',
      },
    ],
  },
  without(
    'groups recorded in a day',
    'subgraphs/agency/records/group/new-group.ts',
    'mostRecordedGroupsADay = 50',
    'mostRecordedGroupsADay = 5_000',
  ),
  without(
    'length of closed lists',
    'gateway/limits/cost-rule.ts',
    'if (closed !== undefined) return closed;',
    '',
  ),
  without(
    'drafts in a day',
    'subgraphs/agency/records/requests/counted-request-step.ts',
    'mostDraftedADay = 50',
    'mostDraftedADay = 5_000',
  ),
  without(
    'proposals in a day',
    'subgraphs/agency/records/dossier/countersigning/shareable-steps.ts',
    'mostProposedADay = 50',
    'mostProposedADay = 5_000',
  ),
  {
    name: 'values recorded in a day',
    edits: [
      {
        file: 'subgraphs/agency/records/dossier/step.ts',
        from: 'export const mostRecordedADay = 5_000;',
        to: 'export const mostRecordedADay = 500_000;',
      },
    ],
  },
];
