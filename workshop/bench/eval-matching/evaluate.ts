import { createHash } from 'node:crypto';
import { agreementOf } from '../../../subgraphs/agency/matching/agreement.ts';
import { type Score, score } from '../../../subgraphs/agency/matching/score.ts';
import type { MatchBand, NameScript } from '../../../terms/enums.ts';
import { bands } from '../../../terms/evidence.ts';
import type { LabelledPair, WrittenIdentity } from '../matching-pairs/pair.ts';
import { identityFeatures } from './identity-features.ts';

/** A pair, what the matcher makes of it, and whether that is what its label says. */
export interface Judged {
  pair: LabelledPair;
  score: Score;
  /** The band of the hit that one would be for who looks for the other abroad. */
  hit: MatchBand | undefined;
  isRight: boolean;
}

const scripts: Record<WrittenIdentity['script'], NameScript> = {
  be: 'BELARUSIAN',
  ru: 'RUSSIAN',
  latn: 'LATIN',
};

const featuresOf = ({ script, surname, given, patronymic, birth }: WrittenIdentity) =>
  identityFeatures({
    script: scripts[script],
    surname: surname || undefined,
    givenName: given || undefined,
    patronymic: patronymic || undefined,
    birth: birth || undefined,
  });

/** Scores a pair through the code of the search; both bands say that it is one person. */
export function judge(pair: LabelledPair): Judged {
  const [sought, held] = [featuresOf(pair.a), featuresOf(pair.b)];
  const found = score(sought, held);
  const hit = agreementOf(sought, held).band;
  return { pair, score: found, hit, isRight: (found.band !== undefined) === (pair.label === 'same') };
}

export interface Figures {
  pairs: number;
  /** Of those that the matcher calls one person, the share that are. */
  precision: number;
  /** Of those that are one person, the share that the matcher finds. */
  recall: number;
}

const share = (some: number, all: number): number => (all === 0 ? 1 : some / all);

export function figuresOf(judged: readonly Judged[]): Figures {
  const called = judged.filter(({ score: { band } }) => band !== undefined);
  const same = judged.filter(({ pair }) => pair.label === 'same');
  const found = called.filter(({ isRight }) => isRight).length;
  return {
    pairs: judged.length,
    precision: share(found, called.length),
    recall: share(found, same.length),
  };
}

/** The hits among pairs, by their bands, and how many of these pairs are of one person. */
export interface HitFigures {
  all: number;
  POSSIBLE: number;
  STRONG: number;
  right: number;
}

/** Hits among the pairs of each kind; a hit is made by the kinds of evidence that agree, and by nothing else. */
export function hitsByKind(judged: readonly Judged[]): Map<string, HitFigures> {
  const kinds = new Map<string, HitFigures>();
  for (const { pair, hit } of judged) {
    const figures = kinds.get(pair.kind) ?? { all: 0, POSSIBLE: 0, STRONG: 0, right: 0 };
    figures.all += 1;
    if (hit) figures[hit] += 1;
    if (hit && pair.label === 'same') figures.right += 1;
    kinds.set(pair.kind, figures);
  }
  return kinds;
}

/** The share of a band's hits that are of one person. */
export const precisionOfHits = (judged: readonly Judged[], band: MatchBand): number => {
  const hits = judged.filter(({ hit }) => hit === band);
  return share(hits.filter(({ pair }) => pair.label === 'same').length, hits.length);
};

/** Those that it got wrong, the surest of itself first. */
export const hardestOf = (judged: readonly Judged[], most: number): Judged[] =>
  judged
    .filter(({ isRight }) => !isRight)
    .sort((one, other) => Math.abs(other.score.total - 19) - Math.abs(one.score.total - 19))
    .slice(0, most);

/** How many of each kind of pair it got right. */
export function byKind(judged: readonly Judged[]): Map<string, { right: number; all: number }> {
  const kinds = new Map<string, { right: number; all: number }>();
  for (const { pair, isRight } of judged) {
    const kind = kinds.get(pair.kind) ?? { right: 0, all: 0 };
    kinds.set(pair.kind, { right: kind.right + Number(isRight), all: kind.all + 1 });
  }
  return kinds;
}

/** Scores that are counted together, and how many of their pairs are of one person. */
export interface ScoreRange {
  /** Inclusive; the last one has no end. */
  from: number;
  to: number;
  band: MatchBand | undefined;
  pairs: number;
  same: number;
  /** Of its pairs, the share that are of one person. */
  precision: number;
}

/** The bands, each in steps, and what lies just below them. */
const rangesFrom = [Number.NEGATIVE_INFINITY, 0, 11, 15, 19, 21, 23, 25, 27, 30, 33];

/** How sure each range of scores is, the lowest first. */
export const byScore = (judged: readonly Judged[]): ScoreRange[] =>
  rangesFrom.map((from, index) => {
    const to = rangesFrom[index + 1] ?? Number.POSITIVE_INFINITY;
    const within = judged.filter(({ score: { total } }) => total >= from && total < to);
    const same = within.filter(({ pair }) => pair.label === 'same').length;
    const band = from >= bands.STRONG ? 'STRONG' : from >= bands.POSSIBLE ? 'POSSIBLE' : undefined;
    return { from, to, band, pairs: within.length, same, precision: share(same, within.length) };
  });

/** The pairs that have a band, and the share of them that are of one person. */
export const precisionOfBand = (judged: readonly Judged[], band: MatchBand): number => {
  const inBand = judged.filter(({ score }) => score.band === band);
  return share(inBand.filter(({ pair }) => pair.label === 'same').length, inBand.length);
};

/** One number for every result, so that two versions can be seen to judge all pairs alike. */
export function hashOf(judged: readonly Judged[]): string {
  const hash = createHash('sha256');
  for (const { score, hit } of judged) hash.update(`${JSON.stringify(score)} ${hit}\n`);
  return hash.digest('hex').slice(0, 16);
}
