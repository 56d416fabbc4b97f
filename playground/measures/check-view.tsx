import type { CheckShownFragment } from '../generated/operations.ts';
import { type Column, RecordsTable } from '../list/records-table.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { ShownText } from '../parts/shown-text.tsx';
import { daysOfIsoWeek } from './calendar/measure-day.ts';
import { CheckBadge } from './measure-state-shown.tsx';
import { daysInWords } from './own/days-in-words.ts';

type Conflict = CheckShownFragment['conflicts'][number];

/** The conflicts of a measure: the week and the way to the other agency's officers, and nothing of its plan. */
function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = useMessages();
  const columns: Column<Conflict>[] = [
    {
      title: t('measureCheck.week'),
      cell: ({ week }) => (
        <>
          <span className="whole">{week}</span> <small>{daysInWords(t, daysOfIsoWeek(week))}</small>
        </>
      ),
    },
    { title: t('measureCheck.agency'), cell: ({ agency }) => titleOf(t, 'Agency', agency) },
    {
      title: t('measures.state'),
      className: 'words',
      cell: ({ state, waitsForThem, theyGoOn }) => (
        <>
          <span className="badge check" data-check={state === 'OPEN' ? 'CONFLICT' : state}>
            {titleOf(t, 'MeasureConflictState', state)}
          </span>
          {waitsForThem && <small> {t('measureCheck.waitsForThem')}</small>}
          {theyGoOn && <small> {t('measureCheck.theyGoOn')}</small>}
        </>
      ),
    },
    {
      title: t('measureCheck.contact'),
      className: 'words',
      cell: ({ contactPoint }) =>
        contactPoint === null ? (
          <span className="none">{t('measureCheck.noContact')}</span>
        ) : (
          <ShownText>{contactPoint}</ShownText>
        ),
    },
  ];
  return (
    <RecordsTable
      caption={t('measureCheck.conflicts')}
      columns={columns}
      items={conflicts}
      keyOf={(_conflict, place) => place}
    />
  );
}

/** The result of comparing a measure with those of other agencies, and its conflicts. */
export function CheckView({ check, isSecret }: { check: CheckShownFragment; isSecret: boolean }) {
  const t = useMessages();
  const { state, since, conflicts } = check;
  return (
    <section className="request-facts" aria-label={t('measureCheck.section')}>
      <h3>{t('measureCheck.section')}</h3>
      <p>
        <CheckBadge state={state} />{' '}
        {since !== null && (
          <small>
            <time dateTime={since}>{wordsIn(t).moment(since)}</time>
          </small>
        )}
      </p>
      <p className="hint">{t(`measureCheckHint.${state}`)}</p>
      {isSecret && <p className="notice">{t('measureCheck.isSecret')}</p>}
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
    </section>
  );
}
