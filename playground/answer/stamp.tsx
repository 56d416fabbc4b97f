import { useDesk } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { type Asked, isStale } from './asked.ts';

/** The mandate under which this was asked, and a notice when it has changed since. */
export function Stamp({ asked, onAgain }: { asked: Asked; onAgain?: () => void }) {
  const t = useMessages();
  const { mandate, missing } = useDesk();
  const { purpose = '', legalBasis = '', case: caseNumber } = asked.mandate;
  const values = {
    at: wordsIn(t).moment(asked.at),
    purpose: titleOf(t, 'Purpose', purpose),
    legalBasis: titleOf(t, 'LegalBasis', legalBasis),
  };
  const text = caseNumber ? t('asked.underCase', { ...values, case: caseNumber }) : t('asked.under', values);
  const [before, after] = caseNumber ? text.split(caseNumber) : [text];
  return (
    <>
      <p className="stamp">
        <time dateTime={asked.at}>
          {before}
          {caseNumber && <span className="whole">{caseNumber}</span>}
          {after}
        </time>
      </p>
      {isStale(asked, mandate) && (
        <div className="notice stale" role="status">
          <p>{t('asked.stale')}</p>
          {onAgain && (
            <button type="button" disabled={missing.length > 0} onClick={onAgain}>
              {t('asked.again')}
            </button>
          )}
        </div>
      )}
    </>
  );
}
