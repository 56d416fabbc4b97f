import DataLoader from 'dataloader';
import type { LinkStore } from './store.ts';

/** From another agency's dossier id to this agency's own dossier of the same person, by confirmed links. */
export type OwnDossierLoader = DataLoader<string, string | undefined>;

export const ownDossierLoader = (links: LinkStore): OwnDossierLoader =>
  new DataLoader(async (foreignDossiers) => {
    const found = await links.confirmedWithForeign(foreignDossiers);
    const own = new Map(found.map((link) => [link.foreignDossier, link.ownDossier]));
    return foreignDossiers.map((id) => own.get(id));
  });
