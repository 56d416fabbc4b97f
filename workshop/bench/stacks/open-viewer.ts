import type { Authenticated } from '../../../identity/authenticate-fetch.ts';
import { newRequestKey } from '../../../terms/request-key.ts';
import { benchCase } from './release-of-all.ts';

/** The officer that a subgraph without a token check takes every fetch for: one like all officers who ask in benchmarks. */
export const openViewer = (): Authenticated => ({
  viewer: { subject: 'bench', agency: 'BELARUS', roles: ['INVESTIGATOR'], cases: [benchCase] },
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: benchCase },
  idempotencyKey: '',
  requestKey: newRequestKey(Date.now()),
});
