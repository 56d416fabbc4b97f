import { useState } from 'react';
import { GapShown } from '../../answer/gap-shown.tsx';
import { Notices } from '../../answer/notices.tsx';
import { Stamp } from '../../answer/stamp.tsx';
import { useAnswer } from '../../answer/use-answer.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { type Column, RecordsTable } from '../../list/records-table.tsx';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { DayField } from '../steps/day-field.tsx';
import {
  isCountable,
  lastYear,
  type OperationFigure,
  operationFiguresIn,
  operationFiguresOperation,
} from './operation-figures.ts';

function FiguresTable({ figures }: { figures: readonly OperationFigure[] }) {
  const t = useMessages();
  const { amount, date } = wordsIn(t);
  const columns: Column<OperationFigure>[] = [
    { title: t('operations.state'), cell: ({ state }) => titleOf(t, 'OperationState', state) },
    { title: t('operationFigures.count'), cell: ({ operations }) => amount(String(operations)) },
    { title: t('operationFigures.first'), cell: ({ first }) => date(first) },
    { title: t('operationFigures.last'), cell: ({ last }) => date(last) },
  ];
  if (figures.length === 0) return <p className="hint">{t('operationFigures.none')}</p>;
  return (
    <RecordsTable
      caption={t('operationFigures.title')}
      columns={columns}
      items={figures}
      keyOf={({ state }) => state}
    />
  );
}

/** The number of joint operations by state that came into the records between two days, for an overseer. */
export function OperationFiguresView() {
  const t = useMessages();
  const { missing, officer } = useDesk();
  const { shown, asking, read } = useAnswer(operationFiguresOperation);
  const [days, setDays] = useState(() => lastYear(new Date().toISOString().slice(0, 10)));
  const isRight = isCountable(days);
  const again = () => shown && void read(shown.wanted);
  const found =
    shown?.outcome.state === 'answered'
      ? operationFiguresIn(shown.outcome.answer, officer.viewer.agency)
      : undefined;
  return (
    <section className="exchange" aria-label={t('operationFigures.title')}>
      <form
        className="request-form filters"
        onSubmit={(event) => {
          event.preventDefault();
          void read(days);
        }}
      >
        <DayField
          label={t('operationFigures.from')}
          value={days.from}
          onChange={(from) => setDays({ ...days, from })}
        />
        <DayField
          label={t('operationFigures.until')}
          value={days.until}
          problem={isRight ? undefined : t('operationFigures.span')}
          onChange={(until) => setDays({ ...days, until })}
        />
        <button
          type="submit"
          className="primary"
          disabled={!isRight || missing.length > 0 || asking !== undefined}
        >
          {t('operationFigures.show')}
        </button>
      </form>
      <div aria-live="polite">
        {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
        {asking && <p>{t('editor.sending')}</p>}
        {shown && <Notices outcome={shown.outcome} onAgain={again} />}
      </div>
      {shown && <Stamp asked={shown.asked} onAgain={again} />}
      {found && ('gap' in found ? <GapShown gap={found.gap} /> : <FiguresTable figures={found.figures} />)}
    </section>
  );
}
