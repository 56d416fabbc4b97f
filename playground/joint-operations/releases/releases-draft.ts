import { type Agency, isDossierId, ownerOf } from '../../../terms/agencies.ts';
import type { DecidedClass } from '../../../terms/enums.ts';
import type { DraftOperationReleasesInput } from '../../generated/operations.ts';
import { askedClasses } from '../../requests/steps/draft.ts';
import type { Problem } from '../../step/acted.ts';
import type { OperationHalf } from '../own/own-operations.ts';

/** Releases to draft as far as their form is filled in: the classes and the reason are those of each of them. */
export interface ReleasesDraft {
  /** The dossiers that were chosen among those that are offered. */
  chosen: readonly string[];
  /** The id of one more dossier, or nothing. */
  other: string;
  classes: readonly DecidedClass[];
  reason: string;
}

/** A part of the form that must be filled in, or corrected. */
export type ReleasesPart = 'dossiers' | 'other' | 'classes' | 'reason';

/** Characters that the reason may have. */
export const longestReason = 500;

/** A form in which nothing is filled in. */
export const newReleases: ReleasesDraft = { chosen: [], other: '', classes: [], reason: '' };

/** The own dossiers of the links that an operation grew from, each once: those that are offered to be released. */
export const dossiersOffered = (origins: OperationHalf['origins'], own: Agency): string[] => [
  ...new Set(
    origins.flatMap(({ kind, ids }) => (kind === 'LINK' ? ids.filter((id) => ownerOf(id) === own) : [])),
  ),
];

/** A list with one of its members put in or taken out, in the order of all of them. */
export const withChoice = <Value>(
  all: readonly Value[],
  chosen: readonly Value[],
  value: Value,
  isChosen: boolean,
): Value[] => all.filter((each) => (each === value ? isChosen : chosen.includes(each)));

const otherOf = ({ other }: Pick<ReleasesDraft, 'other'>): string => other.trim().toUpperCase();

/** The dossiers that the form names, each once. */
export const dossiersIn = (draft: Pick<ReleasesDraft, 'chosen' | 'other'>): string[] => {
  const other = otherOf(draft);
  return [...new Set([...draft.chosen, ...(other === '' ? [] : [other])])];
};

/** The parts that must be filled in before releases can be drafted; the agency judges the rest. */
export function missingInReleases(draft: ReleasesDraft, own: Agency): ReleasesPart[] {
  const other = otherOf(draft);
  const missing: ReleasesPart[] = [];
  if (dossiersIn(draft).length === 0) missing.push('dossiers');
  if (other !== '' && !(isDossierId(other) && ownerOf(other) === own)) missing.push('other');
  if (draft.classes.length === 0) missing.push('classes');
  if (draft.reason.trim() === '') missing.push('reason');
  return missing;
}

/** A filled form as it is sent. */
export const releasesInput = (
  on: Pick<DraftOperationReleasesInput, 'operation' | 'version'>,
  draft: ReleasesDraft,
): DraftOperationReleasesInput => ({
  ...on,
  releases: dossiersIn(draft).map((dossier) => ({
    dossier,
    classes: askedClasses.filter((each) => draft.classes.includes(each)),
  })),
  reason: draft.reason.trim(),
});

/** The problems that the agency found, by the field in which each is. */
export interface ReleaseProblems {
  /** By the id of the dossier that has it. */
  ofDossier: ReadonlyMap<string, Problem>;
  /** A problem of the list of dossiers as a whole. */
  dossiers?: Problem | undefined;
  classes?: Problem | undefined;
  reason?: Problem | undefined;
}

/**
 * The problems that the agency found, by field.
 * @param sent the dossiers in the order in which they were sent: the form may have been changed since
 */
export function releaseProblems(problems: readonly Problem[], sent: readonly string[]): ReleaseProblems {
  const ofDossier = new Map<string, Problem>();
  for (const problem of problems) {
    const [, place] = /^releases\.(\d+)(?:\.dossier)?$/.exec(problem.path) ?? [];
    const dossier = place === undefined ? undefined : sent[Number(place)];
    if (dossier !== undefined && !ofDossier.has(dossier)) ofDossier.set(dossier, problem);
  }
  return {
    ofDossier,
    dossiers: problems.find(({ path }) => path === 'releases'),
    classes: problems.find(({ path }) => /^releases\.\d+\.classes/.test(path)),
    reason: problems.find(({ path }) => path === 'reason'),
  };
}
