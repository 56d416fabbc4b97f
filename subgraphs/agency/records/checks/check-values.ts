import { findArticle } from '../../../../terms/criminal-codes/article.ts';
import { yearsAfter } from '../../../../terms/days.ts';
import { checkDate } from '../formats/dates/check-date.ts';
import { type DayRange, rangeOf } from '../formats/dates/partial-date.ts';
import { type CheckResult, type Problem, under } from '../problem.ts';
import type { AgencyRetention } from '../values/agency-retention.ts';
import type { CheckedAdditions, CheckedProvenance } from '../values/checked-value.ts';
import type { Additions } from '../values/dossier-input.ts';
import { ageProblems } from '../values/problems/offence-problems.ts';
import { isListField, kindOf, type ValueField, valueFields } from '../values/value-kinds.ts';
import type { CheckContext } from './check-context.ts';
import { readDay } from './read-day.ts';
import type { SoundValues } from './structure.ts';

type Given = Additions['names'][number];
type GivenProvenance = Given['provenance'];

/** The end of a value's retention: the officer's day, or the agency's period for its class. */
export function checkProvenance(
  { retainUntil, ...provenance }: GivenProvenance,
  of: keyof AgencyRetention['years'],
  { today, retention }: Pick<CheckContext, 'today' | 'retention'>,
): CheckResult<CheckedProvenance> {
  if (retainUntil === undefined) {
    return { value: { ...provenance, retainUntil: yearsAfter(today, retention.years[of]) } };
  }
  const read = readDay('retainUntil', retainUntil, { today, longestYears: retention.longest });
  return 'problems' in read ? read : { value: { ...provenance, retainUntil: read.day } };
}

/** The birth that the offences are measured against, old or new; undefined while it is unknown or wrong. */
function birthOf({ birth }: Additions, { existing }: CheckContext): DayRange | undefined {
  const date = (birth ?? existing?.birth)?.date;
  return date === undefined ? undefined : rangeOf(date);
}

/** Offences that the dossier has already, against a birth date that is new. */
function birthProblems({ birth }: Additions, { criminalCode, existing, today }: CheckContext): Problem[] {
  if (!birth) return [];
  const born = checkDate(birth.date, today);
  if ('problems' in born) return under('birth.date', born.problems);
  const problems = (existing?.offences ?? []).flatMap((offence) => {
    const article = findArticle(criminalCode, offence.article);
    const committed = rangeOf(offence.committedOn);
    return article && committed ? ageProblems(article, committed, born.value) : [];
  });
  return under('birth.date', problems);
}

/** Values of the right form: everything that is wrong with what they say, and they as they are to be recorded. */
export function checkValues(
  { values: given, pathOf }: SoundValues,
  context: CheckContext,
): { checked: CheckedAdditions; problems: Problem[] } {
  const problems: Problem[] = [...birthProblems(given, context)];
  const birth = birthOf(given, context);

  /** The value where nothing is wrong with it; what is wrong is noted. */
  const check = (field: ValueField, path: string, value: Given): object[] => {
    const checked = kindOf(field).check(value, { ...context, birth });
    const provenance = checkProvenance(value.provenance, kindOf(field).class, context);
    if ('problems' in checked) problems.push(...under(path, checked.problems));
    if ('problems' in provenance) problems.push(...under(`${path}.provenance`, provenance.problems));
    if ('problems' in checked || 'problems' in provenance) return [];
    return [{ ...checked.value, provenance: provenance.value }];
  };

  const checked: Partial<Record<ValueField, unknown>> = {};
  for (const field of valueFields) {
    if (isListField(field)) {
      const items: readonly unknown[] = given[field];
      checked[field] = items.flatMap((item, index) => check(field, pathOf(field, index), item as Given));
    } else if (given[field]) {
      const [value] = check(field, pathOf(field), given[field] as unknown as Given);
      if (value) checked[field] = value;
    }
  }
  return { checked: checked as CheckedAdditions, problems };
}
