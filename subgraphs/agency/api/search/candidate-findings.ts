import { type InformationClass, informationClasses } from '../../../../terms/enums.ts';
import { agreementOf } from '../../matching/agreement.ts';
import { comparedFirst, comparedPaths } from '../../matching/compared-fields.ts';
import { couldReachBand } from '../../matching/could-reach-band.ts';
import { dossierFeatures } from '../../matching/dossier-features.ts';
import type { Features } from '../../matching/features.ts';
import { mayShareIdentifier } from '../../matching/may-share-identifier.ts';
import { score } from '../../matching/score.ts';
import { isIndexedBy, type MatchKey, type Token, tokenised } from '../../matching/tokens.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { RequestContext } from '../context/request-context.ts';
import { BestFindings } from './best-findings.ts';
import { type Comparison, findingOf } from './finding-of.ts';
import { onceARecord } from './once-a-record.ts';

/** More than share a surname and a given name, or anything else that leads to a candidate, in any agency's records. */
const mostCompared = 20_000;

/** Only who may be the same person is a candidate. */
const ofCandidates = { needsBand: true };

/** Another agency's dossier as tokens. */
export interface SoughtByTokens {
  /** The key under which it is compared. */
  key: MatchKey;
  features: Features<Token>;
  /** The tokens that lead to records, under that key. */
  tokens: readonly Token[];
  /** The keys under which records are looked up, and all their tokens: those of a record are under one of them. */
  under: { keys: readonly MatchKey[]; tokens: readonly Token[] };
}

/** @returns the other dossier as records are compared with it, each with all that was read of it */
export function comparisonByTokens({ key, features, tokens }: Omit<SoughtByTokens, 'under'>): Comparison {
  const looked = new Set(tokens);
  const held = onceARecord((record, counts) =>
    tokenised(key, dossierFeatures(record, counts), { isOwn: true }),
  );
  return {
    score: (record, counts) => score(features, held(record, counts)),
    agreement: (record, counts) => agreementOf(features, held(record, counts)),
    finds: (record, counts) => isIndexedBy(key, dossierFeatures(record, counts), looked),
  };
}

/**
 * Decides by the person alone whether a record can be a candidate, for those that share no number or thing with the dossier that is
 * sought. Such a number may contradict, which makes a score less and a hit neither less nor more, and it never agrees. So what is
 * told of the whole record would be told of this part of it.
 */
export function mayBeCandidate(
  sought: SoughtByTokens,
  permissions: Parameters<typeof findingOf>[2],
): (record: DossierPart) => boolean {
  const comparison: Comparison = { ...comparisonByTokens(sought), finds: () => true };
  const mayShare = mayShareIdentifier(sought.under.keys, sought.under.tokens);
  const couldReach = couldReachBand(sought.key, sought.features);
  return (record) =>
    mayShare(record) ||
    (couldReach(record) && findingOf(record, comparison, permissions, ofCandidates) !== undefined);
}

/**
 * The likeliest candidates for another agency's dossier. Hundreds of namesakes may be compared with it, and few are candidates, so it reads
 * of each the person and the tokens first, and the rest of those that may be one.
 * @param isLeftOut true for a record that is no candidate whatever it says
 */
export async function candidateFindings(
  sought: SoughtByTokens,
  most: number,
  isLeftOut: (record: DossierPart) => boolean,
  { dossiers, permissions }: Pick<RequestContext, 'dossiers' | 'permissions'>,
): Promise<BestFindings> {
  const lookup = new Map<InformationClass, readonly Token[]>([['OPEN', sought.under.tokens]]);
  const mayBe = mayBeCandidate(sought, permissions);
  const ids: string[] = [];
  for await (const record of dossiers.comparable(lookup, comparedFirst, mostCompared))
    if (!isLeftOut(record) && mayBe(record)) ids.push(record._id);
  const comparison = comparisonByTokens(sought);
  const findings = new BestFindings(most);
  const isWanted = findings.admits.bind(findings);
  // Both readings decide: what was released may be recalled between them.
  for await (const record of dossiers.compared(ids, comparedPaths(informationClasses))) {
    if (isLeftOut(record)) continue;
    const finding = findingOf(record, comparison, permissions, { ...ofCandidates, isWanted });
    if (finding) findings.add(finding);
  }
  return findings;
}
