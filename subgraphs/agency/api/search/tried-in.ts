import type { BirthFeatures, Features, NameFeatures, PartFeatures } from '../../matching/features.ts';
import { type MatchKey, type Token, tokenOf } from '../../matching/tokens.ts';
import type { Series, SeriesOfQuestion, Trial } from '../../records/budgets/series.ts';

/**
 * Most forms of a surname that are kept: the first, in an order of their own that is the same for every spelling of it.
 */
const mostForms = 100;

type Name = NameFeatures<Token>;
/** Without a surname there is no hit, and nothing to try. */
type NameTried = Name & Required<Pick<Name, 'surname'>>;

const first = (tokens: readonly Token[]): Token[] => tokens.slice(0, 1);

/** A date as it is tried. A month counts as its year in a hit, and is a value of its own here: the dearer way. */
const trialOfBirth = ({ day, swapped, month, year }: BirthFeatures<Token>): Trial => ({
  kind: 'BIRTH_DATE',
  value: day ?? month ?? year,
  steps: day !== undefined && swapped !== undefined ? 2 : 1,
});

const trial = (kind: string, value: Token): Trial => ({ kind, value, steps: 1 });

/** The values that are tried beside each name. Sex alone makes no hit, so it is left out. */
const trialsBeside = ({ births, birthPlace, nationalIds, passports, shared }: Features<Token>): Trial[] => [
  ...births.map(trialOfBirth),
  ...first(birthPlace).map((place) => trial('BIRTH_PLACE', place)),
  ...nationalIds.map(({ number }) => trial('DOCUMENT', number)),
  ...passports.map((number) => trial('DOCUMENT', number)),
  ...shared.map(({ kind, value }) => trial(kind, value)),
];

const trialsOfName = ({ givenName, patronymic }: Name): Trial[] => [
  ...first(givenName?.keys ?? []).map((key) => trial('GIVEN_NAME', key)),
  ...first(patronymic?.keys ?? []).map((key) => trial('PATRONYMIC', key)),
];

/** Its sounds, and what it has in common with everything that is a slip away. */
const formsOf = ({ keys, slips }: PartFeatures<Token>): Token[] =>
  [...new Set([...keys, ...slips])].slice(0, mostForms);

/** One series for all that have a form in common: the spellings of one surname. */
function joined(all: readonly Series[]): Series[] {
  const series: Series[] = [];
  for (const each of all) {
    const same = series.find(({ forms }) => forms.some((form) => each.forms.includes(form)));
    if (!same) series.push({ forms: [...each.forms], trials: [...each.trials] });
    else {
      same.forms = [...new Set([...same.forms, ...each.forms])];
      same.trials.push(...each.trials);
    }
  }
  return series;
}

/**
 * The names of which the surname is tried. One that stands in the given name's place is tried too, but where the given name is one
 * of the table: else whoever asks for ten persons called Сергей would have begun a series.
 */
function namesTried(names: readonly Name[]): NameTried[] {
  const isUsual = names.every(
    ({ givenName, isExchanged = false }) => !givenName || givenName.isKnown !== isExchanged,
  );
  return names.flatMap(({ surname, isExchanged, ...name }) =>
    surname && !(isExchanged && isUsual) ? [{ ...name, surname }] : [],
  );
}

/**
 * The series that a search or a comparison goes on with. Whoever knows a surname and tries dates changes whatever he likes beside
 * these: a series is one by its surname alone. Dates that are tried beside a given name of one year are another, whatever the
 * surname, so that slips in it hide nothing.
 * @param features as tokens, so that searches and comparisons are of one series
 */
export function triedIn(key: MatchKey, features: Features<Token>): SeriesOfQuestion {
  const beside = trialsBeside(features);
  const names = namesTried(features.names);
  const bySurname = names.map((name) => ({
    forms: formsOf(name.surname),
    trials: [...trialsOfName(name), ...beside],
  }));
  const byGivenName = names.flatMap(({ givenName }) =>
    features.births.map((birth) => ({
      forms: (givenName?.keys ?? []).map((given) => tokenOf(key, 'tried', `${given} ${birth.year}`)),
      trials: [trialOfBirth(birth)],
    })),
  );
  /** Tokens of tokens: what is kept compares with no record. */
  const kept = (of: string, token: Token): Token => tokenOf(key, 'tried', `${of} ${token}`);
  const keptOf = ({ forms, trials }: Series): Series => ({
    forms: forms.map((form) => kept('form', form)),
    trials: [
      ...new Map(
        trials.map(({ kind, value, steps }): [string, Trial] => [
          `${kind} ${value}`,
          { kind, value: kept(kind, value), steps },
        ]),
      ).values(),
    ],
  });
  return {
    bySurname: joined(bySurname).map(keptOf),
    byGivenName: joined(byGivenName).map(keptOf),
  };
}
