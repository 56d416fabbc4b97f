import type { BaseContext } from '@apollo/server';
import type { Agency } from '../../identity/agencies.ts';
import type { Authenticated } from '../../identity/from-gateway.ts';
import { type DossierLoader, dossierLoader } from './dossiers/loader.ts';
import type { DossierStore } from './dossiers/store.ts';
import type { DossierWrites } from './dossiers/writing/store.ts';
import { type GroupLoader, groupLoader } from './groups/loader.ts';
import type { GroupStore } from './groups/store.ts';
import { type SharingLoader, sharingLoader } from './infrastructure/sharing-loader.ts';
import { type OwnDossierLoader, ownDossierLoader } from './links/loader.ts';
import type { LinkStore } from './links/store.ts';

/** Where the agency's records are read. */
export interface Stores {
  dossiers: DossierStore;
  links: LinkStore;
  groups: GroupStore;
  writes: DossierWrites;
}

/** All that a resolver may use. Loaders live as long as one request, so nothing read for one viewer reaches another. */
export interface RequestContext extends BaseContext, Authenticated {
  requestId: string;
  stores: Stores;
  loaders: {
    dossier: DossierLoader;
    ownDossier: OwnDossierLoader;
    group: GroupLoader;
    sharing: SharingLoader;
  };
}

/** @param agency the owner of the stores */
export const requestContext = (
  agency: Agency,
  authenticated: Authenticated,
  requestId: string,
  stores: Stores,
): RequestContext => ({
  ...authenticated,
  requestId,
  stores,
  loaders: {
    dossier: dossierLoader(stores.dossiers),
    ownDossier: ownDossierLoader(agency, stores.links),
    group: groupLoader(stores.groups),
    sharing: sharingLoader(stores.dossiers),
  },
});
