import type { DossierValues } from '../dossiers/record.ts';
import { dossierFeatures } from './dossier-features.ts';
import type { StoredMatch } from './record.ts';
import { indexTokens, type MatchKeys } from './tokens.ts';

/** What a dossier with these values is found by. Every store that writes a dossier has one, and so none can forget it. */
export type MatchOf = (values: Partial<DossierValues>) => StoredMatch;

export const matchUnder =
  ({ current }: Pick<MatchKeys, 'current'>): MatchOf =>
  (values) => ({
    key: current.id,
    tokens: indexTokens(
      current,
      dossierFeatures(values, () => true),
    ),
  });
