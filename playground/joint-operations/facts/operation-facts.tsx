import { daysInWords } from '../../measures/own/days-in-words.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { Fact } from '../../parts/fact.tsx';
import type { OperationHalf } from '../own/own-operations.ts';
import type { Ways } from '../own/ways.ts';
import { OffencesShown } from './offences-shown.tsx';
import { OriginsShown } from './origins-shown.tsx';

/** The common part of an operation: all that both agencies have agreed on, or discuss. */
export function OperationFacts({ half, ways }: { half: OperationHalf; ways: Ways }) {
  const t = useMessages();
  const { moment } = wordsIn(t);
  const { name, purpose, legalBasis, offences, origins, offer, endsAt, state } = half;
  const isOver = state === 'ENDED' || state === 'EVALUATED';
  return (
    <section className="request-facts operation-facts" aria-label={t('operation.common')}>
      <h3>{t('operation.common')}</h3>
      <dl className="facts">
        <Fact name={t('operation.name')}>
          <strong>{name}</strong>
        </Fact>
        <Fact name={t('operation.purpose')}>{titleOf(t, 'Purpose', purpose)}</Fact>
        <Fact name={t('operation.legalBasis')}>{titleOf(t, 'LegalBasis', legalBasis)}</Fact>
        <Fact name={t('operation.days')}>{daysInWords(t, half)}</Fact>
        {endsAt !== null && (
          <Fact name={t(isOver ? 'operation.ended' : 'operation.ends')}>{moment(endsAt)}</Fact>
        )}
        {offer && (
          <Fact name={t('operation.offer')}>
            {t('operation.offerBy', {
              number: offer.number,
              agency: titleOf(t, 'Agency', offer.by),
              at: moment(offer.at),
            })}
            {state === 'PROPOSED' && `, ${t('operation.lapses', { at: moment(offer.lapsesAt) })}`}
          </Fact>
        )}
        <Fact name={t('operation.origins')}>
          <OriginsShown origins={origins} ways={ways} />
        </Fact>
        <Fact name={t('operation.offences')}>
          <OffencesShown offences={offences} />
        </Fact>
      </dl>
    </section>
  );
}
