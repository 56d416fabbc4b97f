import { useEffect, useState } from 'react';
import type { Asked } from '../../answer/asked.ts';
import { GapShown } from '../../answer/gap-shown.tsx';
import { Receipts } from '../../answer/receipts.tsx';
import { Stamp } from '../../answer/stamp.tsx';
import { useDesk } from '../../desk/use-desk.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { type Answer, receiptsOf } from '../../wire/answer.ts';
import { OperationFacts } from '../facts/operation-facts.tsx';
import { OperationHalves } from '../facts/operation-halves.tsx';
import { OperationHistory } from '../facts/operation-history.tsx';
import { OperationResultsShown } from '../facts/operation-results-shown.tsx';
import { nextInWords, OperationStateShown } from '../facts/operation-state-shown.tsx';
import type { OperationHalf } from '../own/own-operations.ts';
import type { Ways } from '../own/ways.ts';
import { planLines } from '../plan/plan-lines.ts';
import { PlanTable } from '../plan/plan-table.tsx';

/** On paper nothing leads anywhere. */
const noWays: Ways = { onOpen: () => {}, onRequest: () => {}, onAlert: () => {}, onMeasure: () => {} };

/** The line that stands on each page: how it may be used, who has printed it, and when. */
function PageLine({ printedAt }: { printedAt: string }) {
  const t = useMessages();
  const { agency, subject, roles } = useDesk().officer.viewer;
  const officer = `${subject} (${roles.map((role) => titleOf(t, 'Role', role)).join(', ')})`;
  return (
    <div className="report-line">
      <p>
        <strong>{t('report.handling')}</strong>
      </p>
      <p>
        <ShownText>
          {t('report.printed', {
            officer,
            agency: titleOf(t, 'Agency', agency),
            at: wordsIn(t).moment(printedAt),
          })}
        </ShownText>
      </p>
    </div>
  );
}

/** Everything that was withheld from whoever prints the report, and why. */
function WithheldPart({ half, answers }: { half: OperationHalf; answers: readonly Answer[] }) {
  const t = useMessages();
  const receipts = answers.flatMap(receiptsOf);
  const unread = half.measures.filter(({ measure }) => 'gap' in measure).length;
  return (
    <section className="report-withheld" aria-label={t('report.withheld')}>
      <h3>{t('report.withheld')}</h3>
      {unread > 0 && <p>{t('report.cannotRead', { count: unread })}</p>}
      {receipts.length > 0 && <Receipts receipts={receipts} />}
      {half.gaps.map((gap) => (
        <p key={JSON.stringify(gap)}>
          <GapShown gap={gap} />
        </p>
      ))}
      {unread + receipts.length + half.gaps.length === 0 && <p>{t('report.nothingWithheld')}</p>}
    </section>
  );
}

/**
 * One operation on paper: the common part, both halves, the plan, results and evaluation, and what was withheld. The page's print style
 * leaves everything else out, and repeats who has printed it on each page.
 */
export function OperationReport(props: {
  id: string;
  half: OperationHalf;
  asked: Asked;
  /** The answers to the parts of the operation, with the receipts of what was withheld. */
  answers: readonly Answer[];
  onBack: () => void;
}) {
  const { id, half, asked, answers, onBack } = props;
  const t = useMessages();
  const { agency: own } = useDesk().officer.viewer;
  const [printedAt, setPrintedAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const note = () => setPrintedAt(new Date().toISOString());
    addEventListener('beforeprint', note);
    return () => removeEventListener('beforeprint', note);
  }, []);
  const lines = planLines(half, own);
  return (
    <article className="report operation" aria-label={t('report.title', { name: half.name })}>
      <p className="buttons screen-only">
        <button type="button" className="primary" onClick={() => print()}>
          {t('report.print')}
        </button>
        <button type="button" onClick={onBack}>
          {t('report.back')}
        </button>
      </p>
      <div className="report-pages">
        <div className="report-each">
          <PageLine printedAt={printedAt} />
        </div>
        <div className="report-body">
          <h2>{t('report.title', { name: half.name })}</h2>
          <p>
            <code className="whole">{id}</code> <OperationStateShown half={half} own={own} />
          </p>
          <p>{nextInWords(t, half, own)}</p>
          <Stamp asked={asked} />
          <OperationFacts half={half} ways={noWays} />
          <OperationHalves half={half} own={own} />
          {lines.length > 0 && <PlanTable lines={lines} ways={noWays} />}
          <OperationResultsShown half={half} own={own} />
          <OperationHistory steps={half.steps} />
          <WithheldPart half={half} answers={answers} />
        </div>
      </div>
    </article>
  );
}
