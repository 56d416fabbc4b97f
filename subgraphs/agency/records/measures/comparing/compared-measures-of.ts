import type { DossierRecord } from '../../dossier/dossier-record.ts';
import type { Measure } from '../../values/measures.ts';
import { type ComparedRecord, comparedRow, openStates } from './compared-measure.ts';

/** Who has authorised a measure: the supervisor who did, or who started it at once. */
function authorisation(measure: Measure): ComparedRecord['authorised'] {
  const { authorisedBy, authorisedAt, startedBy, startedAt, urgency } = measure;
  if (authorisedBy !== undefined && authorisedAt) return { by: authorisedBy, at: authorisedAt };
  return urgency !== undefined && startedBy !== undefined && startedAt
    ? { by: startedBy, at: startedAt }
    : undefined;
}

/**
 * The measures of a dossier that can be compared: those that have a window. Each is noted whatever its state, so that what ends is taken back.
 * @param basisOf the dossier's identifiers and links in one text, by which is seen that they have changed
 */
export const comparedMeasuresOf = (
  { _id: dossier, cases, measures }: Pick<DossierRecord, '_id' | 'cases' | 'measures'>,
  basisOf: () => string | undefined = () => undefined,
): ComparedRecord[] =>
  measures.flatMap((measure) => {
    const { id, state, window, target, plannedBy, urgency, operation, comparesSecret } = measure;
    // Nobody spends what a case that the dossier is not of may have compared.
    const number = cases.find((each) => each === measure.case) ?? cases[0];
    const authorised = authorisation(measure);
    if (!window || plannedBy === undefined) return [];
    const basis = authorised && openStates.includes(state) ? basisOf() : undefined;
    return [
      comparedRow({
        measure: id,
        dossier,
        ...(number !== undefined && { case: number }),
        cases: [...cases],
        window: { from: window.from, until: window.until },
        ...(target !== undefined && { target }),
        state,
        plannedBy,
        ...(authorised && { authorised }),
        ...(urgency !== undefined && { isUrgent: true }),
        ...(operation !== undefined && { operation }),
        ...(comparesSecret && { comparesSecret }),
        ...(basis !== undefined && { basis }),
      }),
    ];
  });
