import { daysInWords } from '../../measures/own/days-in-words.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { Fact } from '../../parts/fact.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import type { OperationDraft } from '../own/own-operations.ts';
import type { Ways } from '../own/ways.ts';
import { OffencesShown } from './offences-shown.tsx';
import { OriginsShown } from './origins-shown.tsx';

/** The step that waits for a second officer, with everything that a signature would make true. */
export function DraftShown({ draft, ways }: { draft: OperationDraft; ways: Ways }) {
  const t = useMessages();
  const { date, moment } = wordsIn(t);
  const { kind, by, at, terms, case: caseNumber, lead, until, words, markedTerms } = draft;
  return (
    <>
      <p>{t('operation.draftBy', { kind: titleOf(t, 'OperationDraftKind', kind), by, at: moment(at) })}</p>
      <dl className="facts">
        {terms && (
          <>
            <Fact name={t('operation.name')}>
              <strong>{terms.name}</strong>
            </Fact>
            <Fact name={t('operation.purpose')}>{titleOf(t, 'Purpose', terms.purpose)}</Fact>
            <Fact name={t('operation.legalBasis')}>{titleOf(t, 'LegalBasis', terms.legalBasis)}</Fact>
            <Fact name={t('operation.days')}>{daysInWords(t, terms)}</Fact>
            <Fact name={t('operation.origins')}>
              <OriginsShown origins={terms.origins} ways={ways} />
            </Fact>
            <Fact name={t('operation.offences')}>
              <OffencesShown offences={terms.offences} />
            </Fact>
          </>
        )}
        {caseNumber !== null && (
          <Fact name={t('operation.case')}>
            <span className="whole">{caseNumber}</span>
          </Fact>
        )}
        {lead !== null && (
          <Fact name={t('operation.leadToBe')}>
            <ShownText>{lead}</ShownText>
          </Fact>
        )}
        {until !== null && <Fact name={t('operation.until')}>{date(until)}</Fact>}
        {words !== null && (
          <Fact name={t('operation.words')}>
            <ShownText>{words}</ShownText>
          </Fact>
        )}
      </dl>
      {markedTerms && markedTerms.length > 0 && (
        <p className="notice">{t('operation.marked', { terms: markedTerms.join(', ') })}</p>
      )}
    </>
  );
}
