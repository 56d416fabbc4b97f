import type { MeasureCheckState } from '../../terms/enums.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { ListedMeasure } from './own/own-measures.ts';
import { awaitsAfterwards } from './steps/measure-steps.ts';

/** Results of a comparison that are told wherever a measure is named: it met one of another agency. */
const met: readonly MeasureCheckState[] = ['CONFLICT', 'COORDINATED', 'OVERRIDDEN'];

/** True for a measure that has met one of another agency. */
export const hasMet = (check: { state: MeasureCheckState } | null | undefined): boolean =>
  check != null && met.includes(check.state);

/** The result of comparing a measure, in words. */
export function CheckBadge({ state }: { state: MeasureCheckState }) {
  const t = useMessages();
  return (
    <span className="badge check" data-check={state}>
      {titleOf(t, 'MeasureCheckState', state)}
    </span>
  );
}

/** The state of a measure, and beside it that nobody had authorised what was begun, or that it met one of another agency. */
export function MeasureStateShown({
  measure,
}: {
  measure: Pick<ListedMeasure, 'state'> &
    Partial<Pick<ListedMeasure, 'isUnauthorised' | 'authorisedBy' | 'check'>>;
}) {
  const t = useMessages();
  const { state, isUnauthorised = null, authorisedBy = null, check } = measure;
  return (
    <>
      <span className="badge state" data-state={state}>
        {titleOf(t, 'MeasureState', state)}
      </span>
      {isUnauthorised && (
        <>
          {' '}
          <span
            className="badge unauthorised"
            data-since={!awaitsAfterwards({ isUnauthorised, authorisedBy })}
          >
            {t(authorisedBy === null ? 'measures.unauthorised' : 'measures.authorisedSince')}
          </span>
        </>
      )}
      {check && hasMet(check) && (
        <>
          {' '}
          <CheckBadge state={check.state} />
        </>
      )}
    </>
  );
}
