import { useCallback, useReducer, useRef } from 'react';
import { useAnswer } from '../answer/use-answer.ts';
import type { Address, MeasurePlace } from '../desk/address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { usePagedList } from '../list/use-paged-list.ts';
import { useMessages } from '../messages/use-messages.ts';
import { isFocusLost } from '../parts/use-focus-first.ts';
import { useNow } from '../parts/use-now.ts';
import type { StepName } from '../step/step-operation.ts';
import { useStep } from '../step/use-step.ts';
import { ExchangeView } from './exchange-view.tsx';
import { FiguresView } from './figures-view.tsx';
import { type MeasureList, MeasureListView } from './measure-list-view.tsx';
import { MeasurePlaceView } from './measure-place-view.tsx';
import { mayOnMeasures } from './own/may-on-measures.ts';
import {
  dossierOperation,
  type MeasureChoice,
  type MeasureLine,
  measureOf,
  measuresQuestion,
} from './own/own-measures.ts';
import { plansAfter } from './steps/plans-after.ts';
import { useArrivals } from './use-arrivals.ts';

/** The calendar, and for overseers the figures and the exchange. */
function Overview(props: { list: MeasureList; now: number; onShow: (line: MeasureLine) => void }) {
  const { viewer } = useDesk().officer;
  return (
    <>
      {mayOnMeasures(viewer, 'reading') && <MeasureListView {...props} />}
      {mayOnMeasures(viewer, 'figures') && <FiguresView />}
      {mayOnMeasures(viewer, 'exchange') && <ExchangeView />}
    </>
  );
}

/** An address that was followed, which nothing is asked for by itself. */
function Followed({ onShow }: { onShow: () => void }) {
  const t = useMessages();
  return (
    <div className="notice">
      <p>{t('requests.followed')}</p>
      <button type="button" onClick={onShow}>
        {t('requests.show')}
      </button>
    </div>
  );
}

/**
 * The measures of the case in the mandate: a week's calendar with its table; those of one dossier, where a new one is planned; and one of them with its
 * steps.
 * @param props `here` is the place in the page; one that did not come about in this page is not asked for by itself
 */
export function Measures(props: {
  here: Address;
  isOwn: boolean;
  /** Shows the measures of a dossier or one of them, or the calendar. */
  onGo: (place: MeasurePlace | undefined) => void;
  onOpen: (dossier: string) => void;
}) {
  const { here, isOwn, onGo, onOpen } = props;
  const t = useMessages();
  const now = useNow();
  const { viewer } = useDesk().officer;
  const list = usePagedList(measuresQuestion);
  const { shown, asking, read } = useAnswer(dossierOperation);
  const place = here.view === 'measures' ? here.measure : undefined;
  const dossier = place?.dossier;
  const { forget } = list;
  /** The week and the state that were listed last, which are read anew after a step. */
  const lastChoice = useRef<MeasureChoice>(undefined);
  if (list.shown) lastChoice.current = list.shown.choice;
  const [plans, countPlan] = useReducer(plansAfter, 0);
  const taken = useCallback(
    (of: string, step: StepName) => {
      forget();
      countPlan(step);
      // A word on conflicts answers with the measure too.
      void read(of.split(' ', 1)[0] ?? of);
    },
    [read, forget],
  );
  const steps = useStep(taken);
  const title = useRef<HTMLHeadingElement>(null);
  useArrivals(here, isOwn, {
    other: steps.clear,
    wanted: (of) => void read(of),
    calendar(cameFromPlace) {
      if (isOwn && !list.shown && lastChoice.current) void list.read(lastChoice.current);
      if (cameFromPlace && isFocusLost()) title.current?.focus();
    },
  });
  const show = (line: MeasureLine) => {
    const measure = measureOf(line);
    if (line.dossier !== null && measure) onGo({ dossier: line.dossier, measure: measure.id });
  };
  return (
    <section className="officers measures" aria-label={t('measures.title')}>
      <h2 ref={title} tabIndex={-1}>
        {t('measures.title')}
      </h2>
      <p className="hint">{t(mayOnMeasures(viewer, 'reading') ? 'measures.hint' : 'measureFigures.hint')}</p>
      {place === undefined || dossier === undefined ? (
        <Overview list={list} now={now} onShow={show} />
      ) : (
        <>
          <button type="button" onClick={() => onGo(undefined)}>
            {t('measures.back')}
          </button>
          {!isOwn && shown?.wanted !== dossier && <Followed onShow={() => onGo(place)} />}
          {asking?.wanted === dossier && shown?.wanted !== dossier && (
            <p role="status">{t('editor.sending')}</p>
          )}
          {shown?.wanted === dossier && (
            <MeasurePlaceView
              place={place}
              shown={shown}
              isAsking={asking !== undefined}
              steps={steps}
              plans={plans}
              now={now}
              onAgain={() => void read(dossier)}
              onGo={onGo}
              onOpen={onOpen}
            />
          )}
        </>
      )}
    </section>
  );
}
