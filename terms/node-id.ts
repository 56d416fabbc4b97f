import { type Agency, agencies, agencyNames, dossierIdForm, ownerOf, titleOf } from './agencies.ts';
import { releaseIdForm, releaseNamed } from './release-id.ts';
import { dossierOfSuspect, suspectIdForm } from './suspect-id.ts';

/** The form of a group's id: its owner's prefix, `G-`, and characters as in those of dossiers. */
export const groupIdForm = dossierIdForm.replace(')-', ')G-');
const groupIdPattern = new RegExp(groupIdForm);

/** The agency that owns a group, told by its id; undefined when it is not a group's id at all. */
export function ownerOfGroup(id: unknown): Agency | undefined {
  if (typeof id !== 'string' || !groupIdPattern.test(id)) return undefined;
  return agencyNames.find((agency) => id.startsWith(`${agencies[agency].idPrefix}G-`));
}

/** The forms of the ids by which objects are asked for, whatever they are. */
export const nodeIdForms: readonly string[] = [suspectIdForm, dossierIdForm, groupIdForm, releaseIdForm];

/**
 * The name of the type of object that an id is of, which its form alone tells: nothing is looked up, so that an id of nothing and one
 * of what a viewer may not know of have the same type.
 * @returns undefined for what has the form of none
 */
export function nodeTypeOf(id: string): string | undefined {
  if (dossierOfSuspect(id) !== undefined) return 'Suspect';
  const typeOf = (owner: Agency | undefined, kind: string) => owner && `${titleOf(owner)}${kind}`;
  return (
    typeOf(ownerOf(id), 'Dossier') ??
    typeOf(ownerOfGroup(id), 'Group') ??
    typeOf(ownerOf(releaseNamed(id)?.dossier ?? ''), 'Release')
  );
}
