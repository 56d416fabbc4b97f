import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
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

/** Instead of a comparison, where there was none: by what else the two are taken for one person, the reason says. */
export const noComparison = 'NO_COMPARISON';

const algorithm = 'aes-256-gcm';
const [ivLength, tagLength] = [12, 16];
const longest = 4_000;

/** A use of its own, so that what is made here stands for nothing else. */
const keyOf = ({ key }: MatchKey): Buffer =>
  Buffer.from(hkdfSync('sha256', key.export(), '', 'concord link evidence, version 1', 32));

export function sealEvidence({ current }: MatchKeys, comparison: Comparison): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, keyOf(current), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(comparison)), cipher.final()]);
  return Buffer.concat([iv, text, cipher.getAuthTag()]).toString('base64url');
}

function openedWith(key: MatchKey, bytes: Buffer): Comparison | undefined {
  try {
    const decipher = createDecipheriv(algorithm, keyOf(key), bytes.subarray(0, ivLength), {
      authTagLength: tagLength,
    }).setAuthTag(bytes.subarray(-tagLength));
    const text = Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]);
    return sealed.parse(JSON.parse(text.toString()));
  } catch {
    return undefined;
  }
}

/**
 * The evidence for a proposal.
 * @param pair that is proposed: an altered seal, another pair's, and one that another agency's viewer was told, are one refusal
 */
export function readEvidence(
  given: string,
  { all }: MatchKeys,
  pair: { agency: Agency; dossier: string; version: number; foreign: string },
): { evidence: LinkEvidence } | { problems: Problem[] } {
  if (given === noComparison) return { evidence: { kinds: [], version: pair.version } };
  const bytes = Buffer.from(given.length > longest ? '' : given, 'base64url');
  // Node's decoder passes over what is not of the alphabet: each comparison has one text.
  const isText = bytes.toString('base64url') === given;
  const comparison = all.flatMap((key) => openedWith(key, bytes) ?? [])[0];
  const isOfPair =
    isText &&
    comparison?.dossier === pair.dossier &&
    comparison.foreign === pair.foreign &&
    comparison.to === pair.agency &&
    comparison.version <= pair.version;
  if (!isOfPair) {
    const message = `must be the \`evidence\` of this pair’s candidate exactly as you received it, or ${noComparison}`;
    return refuse('EVIDENCE_INVALID', message, 'evidence');
  }
  const { band, kinds, version, at } = comparison;
  return { evidence: { ...(band && { band }), kinds, version, comparedAt: new Date(at) } };
}
