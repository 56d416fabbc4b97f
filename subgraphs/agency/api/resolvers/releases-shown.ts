import { mayAct } from '../../permissions/may-act.ts';
import type { Permissions } from '../../permissions/permissions.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { Release } from '../../records/dossier/release.ts';
import type { RequestContext } from '../context/request-context.ts';

/** A release as it is told: with the dossier that it is of, which its id names. */
export interface ToldRelease extends Release {
  dossier: string;
}

/** True when the viewer decides, or works, on the owner's releases. */
export const isReleasing = ({ verdicts: { side, roles } }: Permissions): boolean =>
  mayAct(side, roles, 'readReleasing');

/**
 * The releases of a dossier that a viewer may know of. What is only proposed is for those who decide on it; another agency is told
 * what it was given, never a third's.
 */
export const releasesShown = (
  { _id, releases }: DossierPart,
  { viewer, permissions }: Pick<RequestContext, 'viewer' | 'permissions'>,
): ToldRelease[] | null =>
  releases
    ?.filter(
      ({ to, grantedAt }) =>
        isReleasing(permissions) ||
        (grantedAt && (permissions.verdicts.side === 'own' || to === viewer.agency)),
    )
    .map((release) => ({ ...release, dossier: _id })) ?? null;
