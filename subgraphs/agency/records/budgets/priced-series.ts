import { cheapOfSeries, mostDoublings, type Series, type SeriesOfQuestion, type Trial } from './series.ts';

/**
 * The price of series as the database works it out, in the update that takes it: of questions that run at once each is priced as
 * if it came after those before it.
 */

const literal = (value: unknown) => ({ $literal: value });
const sumOfSteps = (trials: unknown) => ({
  $sum: { $map: { input: trials, as: 'each', in: '$$each.steps' } },
});

/** `costOfSeries`, as an expression. */
const costIn = (guesses: unknown) => ({
  $cond: [
    { $lte: [guesses, cheapOfSeries] },
    guesses,
    {
      $add: [
        cheapOfSeries - 2,
        { $pow: [2, { $min: [{ $subtract: [guesses, cheapOfSeries - 1] }, mostDoublings] }] },
      ],
    },
  ],
});

/** The values that were tried in the same series before, each once. */
const triedBefore = ({ forms }: Series) => ({
  $reduce: {
    input: {
      $filter: {
        input: '$series',
        as: 'each',
        cond: { $gt: [{ $size: { $setIntersection: ['$$each.forms', literal(forms)] } }, 0] },
      },
    },
    initialValue: [],
    in: { $setUnion: ['$$value', '$$this.trials'] },
  },
});

/** One kind's cost, and the guesses before it; both are 0 where nothing of it is new. */
const ofKind = (kind: string, trials: readonly Trial[]) => ({
  $let: {
    vars: {
      before: sumOfSteps({
        $filter: { input: '$$tried', as: 'each', cond: { $eq: ['$$each.kind', literal(kind)] } },
      }),
      added: sumOfSteps({ $setDifference: [literal(trials), '$$tried'] }),
    },
    in: {
      cost: { $subtract: [costIn({ $add: ['$$before', '$$added'] }), costIn('$$before')] },
      near: { $cond: [{ $gt: ['$$added', 0] }, '$$before', 0] },
    },
  },
});

/** A series by its kinds: all of a search are tried at once, so that the dearest is its price. */
function ofSeries(series: Series) {
  const kinds = [...new Set(series.trials.map(({ kind }) => kind))].map((kind) =>
    ofKind(
      kind,
      series.trials.filter((trial) => trial.kind === kind),
    ),
  );
  const greatest = (field: string) => ({ $max: { $concatArrays: [`$$kinds.${field}`, [0]] } });
  return {
    $let: {
      vars: { tried: triedBefore(series) },
      in: { $let: { vars: { kinds }, in: { cost: greatest('cost'), near: greatest('near') } } },
    },
  };
}

/** The field that holds what each series costs, between the stages of an update. */
export const pricedSeries = ({ bySurname, byGivenName }: SeriesOfQuestion) => ({
  asked: { bySurname: bySurname.map(ofSeries), byGivenName: byGivenName.map(ofSeries) },
});

/**
 * The joint cost of the series. Those of a given name are the surname's seen from the other side, and not paid twice.
 */
export const costOfAsked = {
  $max: [{ $sum: '$asked.bySurname.cost' }, { $sum: '$asked.byGivenName.cost' }],
};

/** The most guesses that any of the series had before. */
export const nearOfAsked = {
  $max: { $concatArrays: ['$asked.bySurname.near', '$asked.byGivenName.near', [0]] },
};

/** The series that have something new, as tried by a request. */
export const newSeries = ({ bySurname, byGivenName }: SeriesOfQuestion, by: string) => ({
  $concatArrays: (
    [
      ['bySurname', bySurname],
      ['byGivenName', byGivenName],
    ] as const
  ).flatMap(([group, all]) =>
    all.map((series, index) => ({
      $cond: [
        { $gt: [{ $arrayElemAt: [`$asked.${group}.cost`, index] }, 0] },
        literal([{ ...series, by }]),
        [],
      ],
    })),
  ),
});
