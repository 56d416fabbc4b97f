import { releasesUnder } from '../../../subgraphs/agency/actions/operations/settle-releases.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import {
  type OperationOfReleases,
  releasesOfOperation,
} from '../../../subgraphs/agency/records/dossier/releases/operation-releases.ts';
import { grant, propose, recall } from '../../../subgraphs/agency/records/dossier/releases/release-steps.ts';
import type { Author, StepResult } from '../../../subgraphs/agency/records/dossier/step.ts';
import type { JointOperation } from '../../../subgraphs/agency/records/operations/half/joint-operation.ts';
import { termsOfRelease } from '../../../subgraphs/agency/records/operations/terms-of-release.ts';
import type { Agency } from '../../../terms/agencies.ts';

/** All that an agency keeps in its database: what a copy of it has, and what a restored one has again. */
export interface KeptHalf {
  operation?: JointOperation;
  /** The dossier that releases are given of. */
  dossier: DossierRecord;
  /** When something was last heard of the other agency. */
  heardAt?: Date;
  /** How far its measures have come. */
  progress: number;
}

const longestReleaseDays = 90;

const authorOf = (by: string, at: Date): Author => ({
  ...{ by, at, mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' } },
  idempotency: { key: `${by} ${at.getTime()}`, fingerprint: by },
});

/** The half after a step on its dossier. What is refused changes nothing. */
function withStep(kept: KeptHalf, result: StepResult | undefined): KeptHalf {
  if (!result || !('step' in result)) return kept;
  return { ...kept, dossier: { ...kept.dossier, ...result.step.set } };
}

/** The half with a release proposed that was drafted for the operation, as the action does it. */
export function withProposal(kept: KeptHalf, by: string, at: Date): KeptHalf {
  const { operation, dossier } = kept;
  if (!operation) return kept;
  const { to, purposes, case: number, from, until } = termsOfRelease(operation, at, { longestReleaseDays });
  const release = {
    ...{ to: to as Agency, purposes: purposes as ['INVESTIGATION'], classes: ['IDENTITY' as const] },
    ...{ reason: 'a secret reason', from: from === undefined ? at : new Date(from), until: new Date(until) },
    ...(number !== undefined && { case: number }),
    ...{ operation: operation.id, isHeld: true as const },
  };
  return withStep(kept, propose(dossier, authorOf(by, at), release));
}

/** The half with the first of its proposals granted; nobody grants their own. */
export function withGrant(kept: KeptHalf, by: string, at: Date): KeptHalf {
  const waiting = kept.dossier.releases.find(({ grantedAt, recalledAt }) => !grantedAt && !recalledAt);
  if (!waiting) return kept;
  return withStep(kept, grant(kept.dossier, authorOf(by, at), waiting.id, { provisions: [] }));
}

/** The half with its last release recalled. */
export function withRecall(kept: KeptHalf, by: string, at: Date): KeptHalf {
  const last = kept.dossier.releases.at(-1);
  return last ? withStep(kept, recall(kept.dossier, authorOf(by, at), last.id, 'It is over')) : kept;
}

/** The half after the job of a minute: its releases follow the operation. */
export function withReleasesSettled(kept: KeptHalf, at: Date): KeptHalf {
  const { operation, dossier, heardAt } = kept;
  if (!operation) return kept;
  const releases: OperationOfReleases['releases'] = releasesUnder({ operation }, heardAt, at);
  const of = { id: operation.id, releases };
  return withStep(kept, releasesOfOperation(dossier, of, authorOf('term', at)));
}
