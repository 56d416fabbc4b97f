import type { NameReading, SearchCriteria } from '../../../terms/search-exchange.ts';
import { criteriaFeatures } from './criteria-features.ts';
import type { Features } from './features.ts';
import { inOtherLayouts } from './names/other-layout.ts';

const parts = ['surname', 'givenName', 'patronymic'] as const;

/** The readings of a name that was typed with the keyboard set wrong. */
function retyped(name: NameReading): NameReading[] {
  if (name.script !== 'LATIN') return [];
  const words = parts.flatMap((part) => name[part] ?? []);
  return inOtherLayouts(words).map(({ script, write }) => ({
    script,
    ...Object.fromEntries(
      parts.flatMap((part) => {
        const word = name[part];
        return word === undefined ? [] : [[part, write(word)]];
      }),
    ),
  }));
}

/**
 * The features of criteria as officers type them at home: a surname may be the beginning of one, a given name its first letter, and
 * the keyboard may be set wrong. Abroad none of this counts: one question would try many surnames.
 */
export function asTyped(criteria: SearchCriteria): Features {
  const { names } = criteria;
  const features = criteriaFeatures(
    names ? { ...criteria, names: [...names, ...names.flatMap(retyped)] } : criteria,
    { withInitials: true },
  );
  return {
    ...features,
    names: features.names.map(({ surname, ...name }) => ({
      ...name,
      ...(surname && { surname: { ...surname, isBeginning: true } }),
    })),
  };
}
