import { isSeenAbroad, partSeenAbroad } from '../records/dossier/countersigning/seen-abroad.ts';
import type { StoredMatch } from '../records/dossier/stored-match.ts';
import type { NodeNaming } from '../records/formats/text/node-id.ts';
import type { DossierValues } from '../records/values/value-kinds.ts';
import { isSoOfEveryValue } from '../records/values/values-of.ts';
import { featuresToIndex } from './dossier-features.ts';
import { indexTokens, keyInForm, type MatchKeys } from './tokens.ts';

/**
 * Makes the match data by which a dossier with these values is found, and names what dossiers share. Every store that writes a dossier has one,
 * so none can forget it.
 */
export interface MatchOf {
  (values: Partial<DossierValues>): StoredMatch;
  readonly naming: NodeNaming;
}

/** @param naming of the agency alone, where the match keys are both agencies' */
export function matchUnder({ current }: Pick<MatchKeys, 'current'>, naming: NodeNaming): MatchOf {
  const key = { key: keyInForm(current), nodes: naming.key };
  const matchOf = (values: Partial<DossierValues>): StoredMatch => {
    const tokensOf = (dossier: Partial<DossierValues>) => indexTokens(current, featuresToIndex(dossier));
    const all = tokensOf(values);
    if (isSoOfEveryValue(values, ({ provenance }) => isSeenAbroad(provenance, undefined)))
      return { ...key, tokens: all };
    const tokens = tokensOf(partSeenAbroad({ _id: '', ...values }, undefined));
    const known = new Set(tokens);
    const unsigned = all.filter((token) => !known.has(token));
    return { ...key, tokens, ...(unsigned.length > 0 && { unsigned }) };
  };
  return Object.assign(matchOf, { naming });
}

/**
 * The match data of a dossier that was changed. One whose shared things have names under another key keeps that on record: it is brought under
 * this one with everything that names them, and not by a step.
 */
export function matchAfter(
  matchOf: MatchOf,
  { match: before }: { match?: StoredMatch },
  values: Partial<DossierValues>,
): StoredMatch {
  const match = matchOf(values);
  if (!before || before.nodes === match.nodes) return match;
  const { nodes: _, ...rest } = match;
  return before.nodes === undefined ? rest : { ...rest, nodes: before.nodes };
}
