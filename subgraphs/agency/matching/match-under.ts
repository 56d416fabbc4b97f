import { partSeenAbroad } from '../records/dossier/countersigning/seen-abroad.ts';
import type { StoredMatch } from '../records/dossier/stored-match.ts';
import type { DossierValues } from '../records/values/value-kinds.ts';
import { isSoOfEveryValue } from '../records/values/values-of.ts';
import { featuresToIndex } from './dossier-features.ts';
import { indexTokens, keyInForm, type MatchKeys } from './tokens.ts';

/**
 * Makes the match data by which a dossier with these values is found. Every store that writes a dossier has one, so
 * none can forget it.
 */
export type MatchOf = (values: Partial<DossierValues>) => StoredMatch;

export const matchUnder =
  ({ current }: Pick<MatchKeys, 'current'>): MatchOf =>
  (values) => {
    const tokensOf = (dossier: Partial<DossierValues>) => indexTokens(current, featuresToIndex(dossier));
    const all = tokensOf(values);
    if (isSoOfEveryValue(values, ({ provenance }) => provenance.unsigned === undefined))
      return { key: keyInForm(current), tokens: all };
    const tokens = tokensOf(partSeenAbroad({ _id: '', ...values }, undefined));
    const known = new Set(tokens);
    const unsigned = all.filter((token) => !known.has(token));
    return { key: keyInForm(current), tokens, ...(unsigned.length > 0 && { unsigned }) };
  };
