import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Agency } from '../terms/agencies.ts';
import type { Mandate } from '../terms/mandate.ts';
import type { Viewer } from '../terms/viewer.ts';

/** The officers who may not use the system at the moment, whatever their tokens say. */
export interface Suspended {
  has(viewer: Pick<Viewer, 'agency' | 'subject'>): boolean;
}

export const suspendedMessage = (agency: Agency): string =>
  `${agency} has suspended you. Ask a supervisor of your agency.`;

/** The path at which an agency's subgraph tells the gateway which of its officers are suspended. */
export const suspensionsPath = '/suspensions';

/** The gateway asks for itself, under no officer's mandate; every fetch token has one. */
export const suspensionsMandate: Mandate = { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW' };

/** Officers of an agency who are suspended at a time: more than any agency has in these tasks. */
export const mostSuspended = 10_000;

/** Bytes of the answer: 10,000 subjects of a hundred letters, each of which has two. */
export const largestSuspensions = 2 * 1024 * 1024;

export const suspensionsAnswer = z.object({ subjects: z.array(z.string()).max(mostSuspended) });

/**
 * The digest by which one agency tells another which of its officers is suspended: base64url, 43 characters. It keeps no secret, since an
 * attestation names its officer abroad; it keeps words from crossing, because whoever suspends somebody types the subject.
 */
export const officerDigest = ({ agency, subject }: Pick<Viewer, 'agency' | 'subject'>): string =>
  createHash('sha256').update(`concord suspended officer ${agency} ${subject}`).digest('base64url');
