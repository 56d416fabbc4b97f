import type { InformationClass } from '../../../../../terms/enums.ts';
import type { AnyKind } from '../value-kind.ts';

/** The kinds of values, as the agency and the SDL declare them. */
interface Surroundings {
  agency: string;
  /** The agency's years of retention, by class. */
  years: Readonly<Record<string, number | undefined>>;
  /** The class of a field of `Dossier` in the SDL; undefined where there is no such field. */
  classInSdl(field: string): InformationClass | undefined;
}

/**
 * Sentences on the kinds of values that lack something without which they would be open, or held for ever: each says which kind
 * lacks what, and what to do.
 */
export function valueKindProblems(
  kinds: Readonly<Record<string, Partial<Pick<AnyKind, 'class' | 'classOf'>>>>,
  { agency, years, classInSdl }: Surroundings,
): string[] {
  return Object.entries(kinds).flatMap(([field, kind]) => {
    const problems: string[] = [];
    const inSdl = classInSdl(field);
    if (kind.class === undefined)
      problems.push(`the kind of value \`${field}\` has no information class: give it one in records/values`);
    else if (inSdl === undefined)
      problems.push(
        `the kind of value \`${field}\` is no field of Dossier in the SDL: add it in schema/agency`,
      );
    // A kind of several classes stands in several fields.
    else if (inSdl !== kind.class && !kind.classOf)
      problems.push(
        `the kind of value \`${field}\` is ${kind.class} in records/values and ${inSdl} in the SDL: make them one class`,
      );
    if (kind.class !== undefined && years[kind.class] === undefined)
      problems.push(
        `the kind of value \`${field}\` is ${kind.class}, for which ${agency} has no retention: add its years to retention-periods.ts of the agency`,
      );
    return problems;
  });
}
