import { GapShown } from '../../answer/gap-shown.tsx';
import { type Column, RecordsTable } from '../../list/records-table.tsx';
import { CheckBadge, MeasureStateShown } from '../../measures/measure-state-shown.tsx';
import { regionName } from '../../measures/own/region-name.ts';
import { titleOf } from '../../messages/title-of.ts';
import type { Translate } from '../../messages/translate.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { ToProfile } from '../../profile/finder/to-profile.tsx';
import { DaysShown } from '../facts/days-shown.tsx';
import type { Ways } from '../own/ways.ts';
import type { PlanLine } from './plan-lines.ts';

/** What one agency needs of the other one for a measure, in words. */
const needInWords = (t: Translate, { kind, by }: NonNullable<PlanLine['need']>): string =>
  t('jointPlan.needBy', { need: titleOf(t, 'OperationNeed', kind), day: wordsIn(t).date(by) });

function MeasureName({ line, ways }: { line: PlanLine; ways: Ways }) {
  const t = useMessages();
  const { kind, place, gap } = line;
  if (kind === undefined)
    return gap?.state === 'withheld' ? (
      <GapShown gap={gap} />
    ) : (
      <span className="none">{t('jointPlan.unread')}</span>
    );
  const title = titleOf(t, 'MeasureKind', kind);
  if (!place) return title;
  return (
    <button type="button" className="link" onClick={() => ways.onMeasure(place)}>
      {title}
    </button>
  );
}

/** The plan of both agencies as a table, which says what the picture says. */
export function PlanTable({ lines, ways }: { lines: readonly PlanLine[]; ways: Ways }) {
  const t = useMessages();
  const columns: Column<PlanLine>[] = [
    {
      title: t('measures.measure'),
      className: 'words',
      cell: (line) => (
        <>
          <MeasureName line={line} ways={ways} />
          {!line.isTold && <small> {t('jointPlan.notTold')}</small>}
          {line.target && (
            <small className="plan-target">
              {t('jointPlan.target')}: <ToProfile id={line.target} onOpen={ways.onOpen} />
            </small>
          )}
        </>
      ),
    },
    {
      title: t('jointPlan.agency'),
      className: 'words',
      cell: ({ agency }) => <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>,
    },
    {
      title: t('measures.state'),
      className: 'words',
      cell: ({ state, check }) =>
        state && (
          <>
            <MeasureStateShown measure={{ state }} /> {check && <CheckBadge state={check.state} />}
          </>
        ),
    },
    {
      title: t('measures.days'),
      className: 'words',
      cell: ({ days, kind }) =>
        days ? <DaysShown {...days} /> : kind && <span className="none">{t('measures.noDays')}</span>,
    },
    {
      title: t('measures.region'),
      className: 'words',
      cell: ({ region }) => region && regionName(t, region),
    },
    {
      title: t('jointPlan.need'),
      className: 'words',
      cell: ({ need }) => need && needInWords(t, need),
    },
  ];
  return (
    <RecordsTable
      className="plan-table"
      caption={t('jointPlan.table')}
      columns={columns}
      items={lines}
      keyOf={({ id }) => id}
    />
  );
}
