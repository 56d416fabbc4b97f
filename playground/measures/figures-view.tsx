import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { useAnswer } from '../answer/use-answer.ts';
import { useDesk } from '../desk/use-desk.ts';
import { type Column, RecordsTable } from '../list/records-table.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { countedDays, daysCounted } from '../parts/counted-days.ts';
import { type MeasureFigures, measureFiguresIn, measureFiguresOperation } from './own/measure-figures.ts';

function FiguresTable({ figures }: { figures: MeasureFigures }) {
  const t = useMessages();
  const { amount } = wordsIn(t);
  const { unauthorised, authorisedSince, urgent } = figures;
  const rows = [
    { what: t('measureFigures.unauthorised'), count: unauthorised },
    { what: t('measureFigures.authorisedSince'), count: authorisedSince },
    ...urgent.map(({ urgency, measures }) => ({
      what: t('measureFigures.urgent', { urgency: titleOf(t, 'MeasureUrgency', urgency) }),
      count: measures,
    })),
  ];
  const columns: Column<(typeof rows)[number]>[] = [
    { title: t('measureFigures.what'), cell: ({ what }) => what },
    { title: t('measureFigures.count'), cell: ({ count }) => amount(String(count)) },
  ];
  return (
    <RecordsTable
      caption={t('measureFigures.title', { days: daysCounted })}
      columns={columns}
      items={rows}
      keyOf={({ what }) => what}
    />
  );
}

/** The numbers of measures that fewer than two officers have taken, for an overseer; they tell nothing of any of them. */
export function FiguresView() {
  const t = useMessages();
  const { missing, officer } = useDesk();
  const { agency } = officer.viewer;
  const { shown, asking, read } = useAnswer(measureFiguresOperation);
  const ask = () => void read(countedDays(new Date()));
  const found =
    shown?.outcome.state === 'answered' ? measureFiguresIn(shown.outcome.answer, agency) : undefined;
  return (
    <section className="exchange" aria-label={t('measureFigures.title', { days: daysCounted })}>
      <button
        type="button"
        className="primary"
        disabled={missing.length > 0 || asking !== undefined}
        onClick={ask}
      >
        {t('measureFigures.show')}
      </button>
      <div aria-live="polite">
        {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
        {asking && <p>{t('editor.sending')}</p>}
        {shown && <Notices outcome={shown.outcome} onAgain={ask} />}
      </div>
      {shown && <Stamp asked={shown.asked} onAgain={ask} />}
      {found && ('gap' in found ? <GapShown gap={found.gap} /> : <FiguresTable figures={found.figures} />)}
    </section>
  );
}
