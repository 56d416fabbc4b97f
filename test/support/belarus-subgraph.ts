import { type DocumentNode, execute, parse } from 'graphql';
import { requestContext } from '../../subgraphs/agency/context.ts';
import type { DossierPart } from '../../subgraphs/agency/dossiers/store.ts';
import type { ConfirmedLink } from '../../subgraphs/agency/links/store.ts';
import { agencySchema } from '../../subgraphs/agency/schema.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { recordingDossierStore, recordingLinkStore } from './recording-stores.ts';

const schema = agencySchema(belarus);

const never = async (): Promise<never> => {
  throw new Error('not asked in these tests');
};
/** Groups and writes, which a real database is asked for in the integration tests. */
const unused = { byIds: never, read: never, recordedWith: never, insert: never, replace: never, take: never };

export interface Held {
  dossiers?: readonly DossierPart[];
  links?: readonly ConfirmedLink[];
}

/** What Belarus's subgraph answers to a fetch of the gateway's, and what it read for it. */
export async function belarusAnswers(
  fetch: { document: string | DocumentNode; variables?: Record<string, unknown> },
  { dossiers = [], links = [] }: Held = {},
) {
  const dossierStore = recordingDossierStore(dossiers);
  const linkStore = recordingLinkStore(links);
  const { data, errors } = await execute({
    schema,
    document: typeof fetch.document === 'string' ? parse(fetch.document) : fetch.document,
    variableValues: fetch.variables ?? {},
    contextValue: requestContext(
      'BELARUS',
      {
        viewer: { subject: 'officer', agency: 'RUSSIA', roles: ['INVESTIGATOR'], cases: [] },
        mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
        idempotencyKey: '',
      },
      'request-1',
      { dossiers: dossierStore.store, links: linkStore.store, groups: unused, writes: unused },
    ),
  });
  return { data, errors, byIds: dossierStore.byIds, pages: dossierStore.pages, linksAsked: linkStore.asked };
}
