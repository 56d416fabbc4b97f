import { type Agency, subgraphOf } from '../../../terms/agencies.ts';

/** Examples for supervisors and overseers, about other officers. */
export type OversightTask = 'readers' | 'budgets' | 'suspensions' | 'suspendOfficer' | 'reinstateOfficer';

const readers = (own: string) => `query Readers {
  ${own} {
    readers {
      day
      isComplete
      readers { by agency requests searches dossiers cases ofNoCase withoutReason repeatedReasons }
    }
  }
}
`;

const budgets = (own: string) => `query Budgets {
  ${own} {
    budgets(first: 20) {
      nodes { day scope agency of searches near persons refused }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`;

const suspension = 'id subject at by reason reinstatedAt reinstatedBy reinstatedReason';

const suspensions = (own: string) => `query Suspensions {
  ${own} {
    suspensions(first: 20) {
      nodes { ${suspension} }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`;

const suspendOfficer = (own: string) => `mutation Suspend($input: SuspendOfficerInput!) {
  ${own} {
    suspendOfficer(input: $input) {
      ... on RecordedSuspension { suspension { id subject at by reason } }
      ... on Refusal { code message }
      ... on InvalidInput { problems { path code message } }
    }
  }
}
`;

const reinstateOfficer = (own: string) => `mutation Reinstate($input: ReinstateOfficerInput!) {
  ${own} {
    reinstateOfficer(input: $input) {
      ... on RecordedSuspension { suspension { ${suspension} } }
      ... on Refusal { code message }
      ... on InvalidInput { problems { path code message } }
    }
  }
}
`;

/** The tasks of those who watch over officers. Whom they are about, nobody can say beforehand. */
export function oversightExamples(agency: Agency) {
  const own = subgraphOf(agency);
  const example = (task: OversightTask, query: string, variables: Record<string, unknown> = {}) => ({
    ...{ task, query, variables },
  });
  return [
    example('readers', readers(own)),
    example('budgets', budgets(own)),
    example('suspensions', suspensions(own)),
    example('suspendOfficer', suspendOfficer(own), { input: { subject: '', reason: '' } }),
    example('reinstateOfficer', reinstateOfficer(own), { input: { suspension: '', reason: '' } }),
  ];
}
