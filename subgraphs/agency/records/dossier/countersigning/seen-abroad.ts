import { isToGo, type Marks, type Provenance } from '../../values/value.ts';
import { isSoOfEveryValue, mapValues } from '../../values/values-of.ts';
import type { DossierPart } from '../dossier-part.ts';

/**
 * Until when an unsigned value must have been recorded to be seen abroad all the same, where an agency's policy lets time
 * countersign; undefined where people alone do.
 */
export type OpenUntil = Date | undefined;

/** A value that is to be removed is seen abroad no more, whoever has yet to agree: what only withholds waits for nobody. */
export const isSeenAbroad = (marks: Marks, openUntil: OpenUntil): boolean =>
  !isToGo(marks) &&
  (marks.unsigned === undefined || (openUntil !== undefined && marks.unsigned.at <= openUntil));

/** The values that are seen abroad, as the database finds them: `isSeenAbroad` says the same of one that was read. */
export const seenAbroadFilter = (openUntil: OpenUntil) => ({
  $and: [
    { $or: [{ 'provenance.leaving': null }, { 'provenance.leaving.retainUntil': { $ne: null } }] },
    {
      $or: [
        { 'provenance.unsigned': null },
        ...(openUntil === undefined ? [] : [{ 'provenance.unsigned.at': { $lte: openUntil } }]),
      ],
    },
  ],
});

/** The part of a dossier that was read, as another agency's viewers see it: an unsigned value, or one that is to be removed, is as if it were not recorded. */
export function partSeenAbroad(dossier: DossierPart, openUntil: OpenUntil): DossierPart {
  const isSeen = ({ provenance }: { provenance: Provenance }) => isSeenAbroad(provenance, openUntil);
  if (isSoOfEveryValue(dossier, isSeen)) return dossier;
  const { set, unset } = mapValues(dossier, ({ value }) => (isSeen(value) ? value : undefined));
  const seen: DossierPart = { ...dossier, ...set };
  for (const field of unset) delete seen[field];
  return seen;
}
