import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { openText, sealText } from '../../../../server/seal-text.ts';
import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import { evidenceKinds, evidenceOutcomes, matchBands } from '../../../../terms/enums.ts';
import type { MatchKey, MatchKeys } from '../../matching/tokens.ts';
import type { LinkEvidence } from '../../records/dossier/link.ts';
import { type Problem, refuse } from '../../records/problem.ts';

/**
 * The findings of an agency that compared another agency's dossier with one of its own. They go to the officer who
 * decides, who passes them to their own agency: sealed under a key that only the agencies hold, so that the officer can
 * pass on these findings and no others.
 */
const sealed = z.strictObject({
  /** The dossier that was compared, of the viewer's own agency, and its version. */
  dossier: z.string(),
  version: z.int(),
  /**
   * The record it was compared with, under the name that the viewer was given: the other agency's dossier, or a hit.
   */
  foreign: z.string(),
  band: z.enum(matchBands).nullable(),
  kinds: z.array(z.strictObject({ kind: z.enum(evidenceKinds), outcome: z.enum(evidenceOutcomes) })),
  /** The agency of the viewer who was told. */
  to: z.enum(agencyNames),
  at: z.iso.datetime(),
});
export type Comparison = z.output<typeof sealed>;

const longest = 4_000;

/** A use of its own, so that what is made here stands for nothing else. */
const keyOf = ({ key }: MatchKey): Buffer =>
  Buffer.from(hkdfSync('sha256', key.export(), '', 'concord link evidence, version 1', 32));

/** The key is derived for evidence alone, so it is bound to nothing more. */
const boundTo = 'evidence';

export const sealEvidence = ({ current }: MatchKeys, comparison: Comparison): Promise<string> =>
  sealText(keyOf(current), { text: JSON.stringify(comparison), boundTo });

async function openedWith(keys: readonly MatchKey[], text: string): Promise<Comparison | undefined> {
  for (const key of keys) {
    try {
      return sealed.parse(JSON.parse(await openText(keyOf(key), { text, boundTo }, { longest })));
    } catch {
      // It is of another key, or of none.
    }
  }
  return undefined;
}

/**
 * The evidence for a proposal.
 * @param given absent where there was no comparison: the reason says by what else the two are taken for one person
 * @param pair that is proposed: an altered seal, another pair's, and one that another agency's viewer was told, are one refusal
 */
export async function readEvidence(
  given: string | null | undefined,
  { all }: MatchKeys,
  pair: { agency: Agency; dossier: string; version: number; foreign: string },
): Promise<{ evidence: LinkEvidence } | { problems: Problem[] }> {
  if (given == null) return { evidence: { kinds: [], version: pair.version } };
  const comparison = await openedWith(all, given);
  const isOfPair =
    comparison?.dossier === pair.dossier &&
    comparison.foreign === pair.foreign &&
    comparison.to === pair.agency &&
    comparison.version <= pair.version;
  if (!isOfPair) {
    const message = `must be the \`evidence\` of this pair’s candidate exactly as you received it, or left out if there was no comparison`;
    return refuse('EVIDENCE_INVALID', message, 'evidence');
  }
  const { band, kinds, version, at } = comparison;
  return { evidence: { ...(band && { band }), kinds, version, comparedAt: new Date(at) } };
}
