import { useState } from 'react';
import { type Column, RecordsTable } from '../list/records-table.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Fold } from '../parts/fold.tsx';
import { useFocusFirst } from '../parts/use-focus-first.ts';
import { ToProfile } from '../profile/finder/to-profile.tsx';
import { measureDay } from './calendar/measure-day.ts';
import { CheckBadge, MeasureStateShown } from './measure-state-shown.tsx';
import { measureDaysInWords } from './own/days-in-words.ts';
import type { DossierMeasures } from './own/own-measures.ts';
import { regionName } from './own/region-name.ts';
import { PlanForm } from './steps/plan-form.tsx';
import type { StepParts } from './steps/step-parts.ts';

/** The measures of a dossier, each with the way to it. */
function MeasuresTable({ found, onShow }: { found: DossierMeasures; onShow: (measure: string) => void }) {
  const t = useMessages();
  if (found.measures.length === 0)
    return found.gaps.length === 0 ? <p className="hint">{t('measures.ofNone')}</p> : null;
  const columns: Column<DossierMeasures['measures'][number]>[] = [
    {
      title: t('measures.measure'),
      cell: ({ id, kind }) => (
        <button type="button" className="link" onClick={() => onShow(id)}>
          {titleOf(t, 'MeasureKind', kind)}
        </button>
      ),
    },
    {
      title: t('measures.state'),
      className: 'words',
      cell: (measure) => <MeasureStateShown measure={{ ...measure, check: null }} />,
    },
    {
      title: t('measureCheck.title'),
      className: 'words',
      cell: ({ check }) => check && <CheckBadge state={check.state} />,
    },
    { title: t('measures.days'), className: 'words', cell: (measure) => measureDaysInWords(t, measure) },
    {
      title: t('measures.region'),
      className: 'words',
      cell: ({ region }) => region && regionName(t, region),
    },
  ];
  return (
    <RecordsTable
      caption={t('measures.ofListed')}
      columns={columns}
      items={found.measures}
      keyOf={({ id }) => id}
    />
  );
}

/** The measures of one dossier, and for those who plan measures the form of a new one. */
export function DossierView(
  props: StepParts & {
    found: DossierMeasures;
    mayPlan: boolean;
    now: number;
    onShow: (measure: string) => void;
    onOpen: (dossier: string) => void;
  },
) {
  const { found, mayPlan, now, onShow, onOpen, ...parts } = props;
  const { dossier, version } = found;
  const t = useMessages();
  const [isOpen, setOpen] = useState(true);
  const title = useFocusFirst<HTMLHeadingElement>('if-lost');
  return (
    <>
      <h3 ref={title} tabIndex={-1}>
        {t('measures.of')} <ToProfile id={dossier} onOpen={onOpen} />
      </h3>
      {mayPlan && version !== null && (
        <section className="request-steps" aria-label={t('measures.planTitle')}>
          <Fold line={<h4>{t('measures.planTitle')}</h4>} isOpen={isOpen} onToggle={setOpen}>
            <PlanForm
              key={parts.plans}
              on={{ dossier, version }}
              measure={undefined}
              today={measureDay(now)}
              {...parts}
            />
          </Fold>
        </section>
      )}
      <MeasuresTable found={found} onShow={onShow} />
    </>
  );
}
