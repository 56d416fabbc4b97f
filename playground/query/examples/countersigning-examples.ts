import { type Agency, subgraphOf } from '../../../terms/agencies.ts';

/** Examples of what two officers decide together: what another agency sees. */
export type CountersigningTask =
  | 'waiting'
  | 'proposeShareable'
  | 'countersignShareable'
  | 'countersignValues'
  | 'countersignGroup'
  | 'provisions';

const waiting = (own: string) => `query Waiting($id: ID!) {
  suspect(id: $id) {
    ${own} {
      id
      version
      handlingCode
      shareable { isDecided proposedBy reason countersignedBy }
      waiting { value field by since isFreeText terms }
    }
  }
}
`;

const change = (own: string, action: string, type: string) => `mutation Change($input: ${type}!) {
  ${own} {
    ${action}(input: $input) {
      ... on ${own.charAt(0).toUpperCase()}${own.slice(1)}RecordedDossier {
        dossier {
          version
          handlingCode
          shareable { isDecided proposedBy countersignedBy }
          waiting { value field by }
        }
      }
      ... on Refusal { code message }
      ... on InvalidInput { problems { path code message } }
    }
  }
}
`;

const countersignGroup = (own: string) => `mutation CountersignGroup($input: CountersignGroupInput!) {
  ${own} {
    countersignGroup(input: $input) {
      ... on RecordedGroup { group { version name waiting { by } } }
      ... on Refusal { code message }
      ... on InvalidInput { problems { path code message } }
    }
  }
}
`;

const provisions = (own: string) => `query Provisions {
  ${own} {
    provisions { citation title measures confirmed }
  }
}
`;

/** The tasks of an officer who proposes, and of one who countersigns. */
export function countersigningExamples(agency: Agency, demoIds: Readonly<Record<string, string>>) {
  const own = subgraphOf(agency);
  const dossier = demoIds[`unlinked${agency}`] ?? '';
  const example = (task: CountersigningTask, query: string, variables: Record<string, unknown>) => ({
    ...{ task, query, variables },
  });
  const read = { dossier, version: 1 };
  return [
    example('waiting', waiting(own), { id: dossier }),
    example('proposeShareable', change(own, 'proposeShareable', 'ProposeShareableInput'), {
      input: { ...read, reason: 'Works on both sides of the border' },
    }),
    example('countersignShareable', change(own, 'countersignShareable', 'CountersignInput'), {
      input: { ...read, version: 2, neutrality: 'Facts of the case alone' },
    }),
    example('countersignValues', change(own, 'countersignValues', 'CountersignInput'), {
      input: { ...read, neutrality: 'Facts of the case alone' },
    }),
    example('countersignGroup', countersignGroup(own), {
      input: {
        group: demoIds[`group${agency}`] ?? '',
        version: 1,
        neutrality: 'The name that they use themselves',
      },
    }),
    example('provisions', provisions(own), {}),
  ];
}
