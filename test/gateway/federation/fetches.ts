import { parse } from 'graphql';
import { agencyTypes } from '../../../gateway/federation/agency-types.ts';
import type { Fetch } from '../../../gateway/federation/gateway-answer.ts';
import type { SubgraphAnswer } from '../../../gateway/federation/subgraph-answer.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

export const types = agencyTypes(schemaOf(supergraphSdl()));
export const suspect = { __typename: 'Suspect', id: 'BY-0000000000' };
export const halves = parse(
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Suspect { russia { id } } } }',
);
export const root: Fetch = {
  agency: 'RUSSIA',
  document: parse('{ russia { dossiers { nodes { id } } } more }'),
  representations: undefined,
  types,
};
export const mutation: Fetch = { ...root, document: parse('mutation { russia { release { id } } }') };
export const entities = (...representations: { __typename?: string }[]): Fetch => ({
  agency: 'RUSSIA',
  document: halves,
  representations,
  types,
});

export const notSent: SubgraphAnswer = { kind: 'outage', reason: 'ECONNREFUSED', sent: false };
export const maybeSent: SubgraphAnswer = { kind: 'outage', reason: 'deadline', sent: true };
export const answered = (
  data: Record<string, unknown> | null,
  errors: { message: string }[] = [],
  extensions = {},
): SubgraphAnswer => ({ kind: 'answered', data, errors, extensions });
export const refused = (code: string | undefined, status = 401): SubgraphAnswer => ({
  kind: 'refused',
  status,
  code,
  message: 'The token has expired. Sign in again.',
});

export const unavailable = {
  message: 'RUSSIA does not answer at the moment; what it holds is missing here. Try again later.',
  extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' },
};
export const denied = { message: 'No.', path: ['_entities', 0, 'russia'], extensions: { code: 'FORBIDDEN' } };
