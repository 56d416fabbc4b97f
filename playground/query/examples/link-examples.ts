import { type Agency, agencyNames, subgraphOf } from '../../../terms/agencies.ts';

/** The tasks of liaisons and supervisors on the channel between the agencies. */
export type LinkTask = 'links' | 'proposeLink' | 'countersignLink' | 'notices' | 'channel';

const links = (own: string) => `query Links($id: ID!) {
  suspect(id: $id) {
    ${own} {
      version
      links {
        dossier
        reference
        state
        needsReview
        lapsesAt
        decided { decision proposal { decision reason proposedBy } }
        told { decision decidedAt }
      }
      candidates { match { band } hit { reference until } evidence }
    }
  }
}
`;

const change = (own: string, action: string, type: string) => `mutation Change($input: ${type}!) {
  ${own} {
    ${action}(input: $input) {
      ... on ${own.charAt(0).toUpperCase()}${own.slice(1)}RecordedDossier {
        dossier { version links { dossier reference state lapsesAt } }
      }
      ... on Refusal { code message }
      ... on InvalidInput { problems { path code message } }
    }
  }
}
`;

const notices = (own: string) => `query Notices {
  ${own} {
    notices(first: 20) {
      nodes { direction kind at acknowledgedAt dossier about decision release classes until }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`;

const channel = (own: string) => `query Channel {
  ${own} {
    channel {
      agency
      queued
      oldestQueued
      lastAcknowledged { number at }
      lastReceived { number at }
      refused
      gaps
      blocked { at reason }
      parked { nodes { id type reason data } }
    }
  }
}
`;

/** The tasks of a link's way, for an officer of an agency. */
export function linkExamples(agency: Agency, demoIds: Readonly<Record<string, string>>) {
  const own = subgraphOf(agency);
  const dossier = demoIds[`unlinked${agency}`] ?? '';
  const foreign = agencyNames.flatMap((other) =>
    other === agency ? [] : (demoIds[`unlinked${other}`] ?? ''),
  );
  const pair = { dossier, version: 1, foreign: { dossier: foreign[0] ?? '' } };
  const proposal = {
    ...pair,
    decision: 'SAME',
    reason: 'Passport, birth date and name agree',
  };
  const example = (task: LinkTask, query: string, variables: Record<string, unknown> = {}) => ({
    ...{ task, query, variables },
  });
  return [
    example('links', links(own), { id: dossier }),
    example('proposeLink', change(own, 'proposeLink', 'ProposeLinkInput'), { input: proposal }),
    example('countersignLink', change(own, 'countersignLink', 'LinkInput'), { input: pair }),
    example('notices', notices(own)),
    example('channel', channel(own)),
  ];
}
