import type { DossierRecord } from '../../dossier/dossier-record.ts';
import type { Measure } from '../../values/measures.ts';
import { type ComparedRecord, comparedRow } from './compared-measure.ts';

/** A measure as its dossier has it, with the joint operation that it belongs to. */
type MeasureValue = Measure & { operation?: string | undefined };

/** Who has authorised a measure: the supervisor who did, or who started it at once. */
function authorisation(measure: MeasureValue): ComparedRecord['authorised'] {
  const { authorisedBy, authorisedAt, startedBy, startedAt, urgency } = measure;
  if (urgency !== undefined && startedBy !== undefined && startedAt) return { by: startedBy, at: startedAt };
  return authorisedBy !== undefined && authorisedAt ? { by: authorisedBy, at: authorisedAt } : undefined;
}

/** The measures of a dossier that can be compared: those that have a window. Each is noted whatever its state, so that what ends is taken back. */
export const comparedMeasuresOf = ({
  _id: dossier,
  cases,
  measures,
}: Pick<DossierRecord, '_id' | 'cases' | 'measures'>): ComparedRecord[] =>
  (measures as readonly MeasureValue[]).flatMap((measure) => {
    const { id, state, window, target, plannedBy, urgency, operation, comparesSecret } = measure;
    const number = measure.case ?? cases[0];
    const authorised = authorisation(measure);
    if (!window || plannedBy === undefined) return [];
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
      }),
    ];
  });
