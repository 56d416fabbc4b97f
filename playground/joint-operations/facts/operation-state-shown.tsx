import type { Agency } from '../../../terms/agencies.ts';
import { titleOf } from '../../messages/title-of.ts';
import type { Translate } from '../../messages/translate.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { nextOf } from '../own/next-of.ts';
import type { ListedHalf } from '../own/own-operations.ts';

type Stated = Pick<ListedHalf, 'agency' | 'state' | 'isSuspendedHere' | 'isSuspendedThere'>;

/** The state of an operation, and beside it which agency holds it up. */
export function OperationStateShown({ half, own }: { half: Stated; own: Agency }) {
  const t = useMessages();
  const { agency, state, isSuspendedHere, isSuspendedThere } = half;
  const holding = [...(isSuspendedHere ? [own] : []), ...(isSuspendedThere ? [agency] : [])];
  return (
    <>
      <span className="badge state" data-state={state}>
        {titleOf(t, 'OperationState', state)}
      </span>
      {state === 'SUSPENDED' && holding.length > 0 && (
        <>
          {' '}
          <small>
            {t('operations.suspendedBy', {
              agency: holding.map((each) => titleOf(t, 'Agency', each)).join(', '),
            })}
          </small>
        </>
      )}
    </>
  );
}

/** The next thing in an operation as a sentence. */
export function nextInWords(
  t: Translate,
  half: Stated & Pick<ListedHalf, 'waits' | 'from' | 'until' | 'draft' | 'offer'>,
  own: Agency,
): string {
  const { agency, from, until, draft, offer } = half;
  const { date, moment } = wordsIn(t);
  const next = nextOf(half);
  const isAnswered = next === 'answer' || next === 'otherAnswers';
  return t(`operationNext.${next}`, {
    own: titleOf(t, 'Agency', own),
    other: titleOf(t, 'Agency', agency),
    by: draft?.by ?? '',
    draft: draft ? titleOf(t, 'OperationDraftKind', draft.kind) : '',
    from: date(from),
    until: isAnswered ? (offer ? moment(offer.lapsesAt) : '') : date(until),
  });
}
