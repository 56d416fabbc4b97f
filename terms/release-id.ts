import { dossierIdForm, isDossierId } from './agencies.ts';

/** A release, by the dossier that it is of and its id in that dossier. */
export interface NamedRelease {
  dossier: string;
  release: string;
}

const ownForm = '[0-9A-Za-z]{1,26}';

/** The form of a release's id: `R-`, the id of its dossier, and its own in that dossier. */
export const releaseIdForm = dossierIdForm.replace('^', '^R-').replace('$', `-${ownForm}$`);
const pattern = new RegExp(`^R-(.+)-(${ownForm})$`);

/** The id by which a release is found everywhere: it names the dossier, since a release is kept in its dossier. */
export const releaseIdOf = ({ dossier, release }: NamedRelease): string => `R-${dossier}-${release}`;

/** The release that an id names; undefined where it is the id of something else. */
export function releaseNamed(id: unknown): NamedRelease | undefined {
  const [, dossier, release = ''] = (typeof id === 'string' && pattern.exec(id)) || [];
  return isDossierId(dossier) ? { dossier, release } : undefined;
}

/** The id of a release in its dossier, of either form that an officer's program sends. */
export function releaseInDossier(given: string, dossier: string): string {
  const named = releaseNamed(given);
  return named?.dossier === dossier ? named.release : given;
}
