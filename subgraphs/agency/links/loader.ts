import DataLoader from 'dataloader';
import { type Agency, ownerOf } from '../../../identity/agencies.ts';
import type { LinkStore } from './store.ts';

/**
 * From a dossier id of any agency to this agency's own dossier of the same person: its own id as it is, another
 * agency's by a confirmed link. Own ids pass through it too, so that afterwards all dossiers of a list are read at once.
 */
export type OwnDossierLoader = DataLoader<string, string | undefined>;

export const ownDossierLoader = (agency: Agency, links: LinkStore): OwnDossierLoader =>
  new DataLoader(async (ids) => {
    const foreign = ids.filter((id) => ownerOf(id) !== agency);
    const found = foreign.length > 0 ? await links.confirmedWithForeign(foreign) : [];
    const own = new Map(found.map((link) => [link.foreignDossier, link.ownDossier]));
    return ids.map((id) => (ownerOf(id) === agency ? id : own.get(id)));
  });
