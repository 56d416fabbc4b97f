import { useCallback, useEffect, useRef } from 'react';
import { useAnswer } from '../answer/use-answer.ts';
import type { Address, MeasurePlace } from '../desk/address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { usePagedList } from '../list/use-paged-list.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useNow } from '../parts/use-now.ts';
import { useStep } from '../step/use-step.ts';
import { ExchangeView } from './exchange-view.tsx';
import { FiguresView } from './figures-view.tsx';
import { MeasureListView } from './measure-list-view.tsx';
import { MeasurePlaceView } from './measure-place-view.tsx';
import { mayOnMeasures } from './own/may-on-measures.ts';
import {
  dossierOperation,
  type MeasureChoice,
  type MeasureLine,
  measureOf,
  measuresQuestion,
} from './own/own-measures.ts';

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
  const isHere = here.view === 'measures';
  const place = isHere ? here.measure : undefined;
  const dossier = place?.dossier;
  const { forget } = list;
  /** The week and the state that were listed last, which are read anew after a step. */
  const lastChoice = useRef<MeasureChoice>(undefined);
  if (list.shown) lastChoice.current = list.shown.choice;
  const taken = useCallback(
    (of: string) => {
      forget();
      // A word on conflicts answers with the measure too.
      void read(of.split(' ', 1)[0] ?? of);
    },
    [read, forget],
  );
  const steps = useStep(taken);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate is no wish to ask again
  useEffect(() => {
    if (!isHere || !isOwn || dossier === undefined) return;
    if (dossier === shown?.wanted || dossier === asking?.wanted) return;
    steps.clear();
    void read(dossier);
  }, [here, isOwn]);
  const go = (next: MeasurePlace | undefined) => {
    steps.clear();
    onGo(next);
    if (next === undefined && !list.shown && lastChoice.current) void list.read(lastChoice.current);
  };
  const show = (line: MeasureLine) => {
    const measure = measureOf(line);
    if (line.dossier !== null && measure) go({ dossier: line.dossier, measure: measure.id });
  };
  return (
    <section className="officers measures" aria-label={t('measures.title')}>
      <h2>{t('measures.title')}</h2>
      <p className="hint">{t(mayOnMeasures(viewer, 'reading') ? 'measures.hint' : 'measureFigures.hint')}</p>
      {place === undefined || dossier === undefined ? (
        <>
          {mayOnMeasures(viewer, 'reading') && <MeasureListView list={list} now={now} onShow={show} />}
          {mayOnMeasures(viewer, 'figures') && <FiguresView />}
          {mayOnMeasures(viewer, 'exchange') && <ExchangeView />}
        </>
      ) : (
        <>
          <button type="button" onClick={() => go(undefined)}>
            {t('measures.back')}
          </button>
          {!isOwn && shown?.wanted !== dossier && (
            <div className="notice">
              <p>{t('requests.followed')}</p>
              <button type="button" onClick={() => onGo(place)}>
                {t('requests.show')}
              </button>
            </div>
          )}
          {asking?.wanted === dossier && shown?.wanted !== dossier && (
            <p role="status">{t('editor.sending')}</p>
          )}
          {shown?.wanted === dossier && (
            <MeasurePlaceView
              place={place}
              shown={shown}
              isAsking={asking !== undefined}
              steps={steps}
              now={now}
              onAgain={() => void read(dossier)}
              onGo={go}
              onOpen={onOpen}
            />
          )}
        </>
      )}
    </section>
  );
}
