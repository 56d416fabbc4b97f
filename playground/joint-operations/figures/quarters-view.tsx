import { GapShown } from '../../answer/gap-shown.tsx';
import { Notices } from '../../answer/notices.tsx';
import { Stamp } from '../../answer/stamp.tsx';
import { useAnswer } from '../../answer/use-answer.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { type Column, RecordsTable } from '../../list/records-table.tsx';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { countedQuarters, type QuarterRow, quartersIn, quartersOperation } from './operation-quarters.ts';

const counts = [
  ['operations', 'operationQuarters.operations'],
  ['endedEarly', 'operationQuarters.endedEarly'],
  ['measures', 'operationResult.measures'],
  ['arrested', 'measureOutcome.arrested'],
  ['victimsFound', 'measureOutcome.victimsFound'],
  ['victimsWarned', 'measureOutcome.victimsWarned'],
] as const;
const sums = ['seized', 'returned'] as const;

/** A number that an agency does not tell: a dash, and for whoever hears the page what it means. */
function NotTold() {
  const t = useMessages();
  return (
    <span className="none">
      <span aria-hidden="true">–</span>
      <span className="unseen">{t('operationQuarters.notTold')}</span>
    </span>
  );
}

/** The quarters of both agencies, in each quarter one below the other. */
function QuartersTable({ rows }: { rows: readonly QuarterRow[] }) {
  const t = useMessages();
  const { amount } = wordsIn(t);
  const number = (count: number | null) => (count === null ? <NotTold /> : amount(String(count)));
  const columns: Column<QuarterRow>[] = [
    {
      title: t('operationQuarters.quarter'),
      cell: ({ quarter }) => <span className="whole">{quarter}</span>,
    },
    {
      title: t('operationQuarters.agency'),
      cell: ({ agency }) => (
        <span className="whole" data-agency={agency}>
          {titleOf(t, 'Agency', agency)}
        </span>
      ),
    },
    ...counts.map(([field, title]) => ({ title: t(title), cell: (row: QuarterRow) => number(row[field]) })),
    ...sums.map((field) => ({
      title: t(`measureOutcome.${field}`),
      cell: (row: QuarterRow) => {
        const told = row[field];
        if (told === null) return <NotTold />;
        return told.map((sum) => `${amount(sum.amount)} ${sum.currency}`).join(', ') || amount('0');
      },
    })),
  ];
  return (
    <RecordsTable
      className="wide"
      caption={t('operationQuarters.title')}
      columns={columns.map((column) => ({ ...column, className: 'words' }))}
      items={rows}
      keyOf={({ quarter, agency }) => `${quarter} ${agency}`}
    />
  );
}

/** What the operations of both agencies came to by quarter, for a supervisor. */
export function QuartersView() {
  const t = useMessages();
  const { missing, officer } = useDesk();
  const { shown, asking, read } = useAnswer(quartersOperation);
  const ask = () => void read(countedQuarters(new Date()));
  const found =
    shown?.outcome.state === 'answered' ? quartersIn(shown.outcome.answer, officer.viewer.agency) : undefined;
  return (
    <section className="exchange" aria-label={t('operationQuarters.title')}>
      <button type="button" disabled={missing.length > 0 || asking !== undefined} onClick={ask}>
        {t('operationQuarters.show')}
      </button>
      <p className="hint">{t('operationQuarters.hint')}</p>
      <div aria-live="polite">
        {asking && <p>{t('editor.sending')}</p>}
        {shown && <Notices outcome={shown.outcome} onAgain={ask} />}
      </div>
      {shown && <Stamp asked={shown.asked} onAgain={ask} />}
      {found?.gaps.map(({ agency, gap }) => (
        <p key={agency} className="notice">
          {titleOf(t, 'Agency', agency)}: <GapShown gap={gap} />
        </p>
      ))}
      {found && found.rows.length > 0 && (
        <>
          <QuartersTable rows={found.rows} />
          <p className="hint">{t('operationQuarters.note')}</p>
        </>
      )}
    </section>
  );
}
