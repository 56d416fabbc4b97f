import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { ListedMeasure } from './own/own-measures.ts';
import { awaitsAfterwards } from './steps/measure-steps.ts';

/** The state of a measure, and beside it that nobody had authorised what was begun. */
export function MeasureStateShown({
  measure,
}: {
  measure: Pick<ListedMeasure, 'state'> & Partial<Pick<ListedMeasure, 'isUnauthorised' | 'authorisedBy'>>;
}) {
  const t = useMessages();
  const { state, isUnauthorised = null, authorisedBy = null } = measure;
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
    </>
  );
}
