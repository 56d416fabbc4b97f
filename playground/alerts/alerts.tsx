import { useCallback, useEffect } from 'react';
import { useAnswer } from '../answer/use-answer.ts';
import type { Address } from '../desk/address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { usePagedList } from '../list/use-paged-list.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useNow } from '../parts/use-now.ts';
import { useStep } from '../step/use-step.ts';
import { AlertListView } from './alert-list-view.tsx';
import { mayOnAlerts } from './alert-steps.ts';
import { AlertView } from './alert-view.tsx';
import { OversightView } from './oversight-view.tsx';
import { alertOperation, alertsQuestion } from './own-alerts.ts';
import { SharedValuesView } from './shared-values-view.tsx';
import { useLinkProposal } from './use-link-proposal.ts';

/**
 * The alerts of the officer's agency: the list, and one of them with its steps; for those who watch over the exchange, its figures.
 * @param props `here` is the place in the page; one that did not come about in this page is not asked for by itself
 */
export function Alerts(props: {
  here: Address;
  isOwn: boolean;
  /** Shows an alert by its id, or the list. */
  onGo: (id: string | undefined) => void;
  onOpen: (dossier: string) => void;
  onRequest: (id: string) => void;
  onOperation: ((id: string) => void) | undefined;
}) {
  const { here, isOwn, onGo, onOpen, onRequest, onOperation } = props;
  const t = useMessages();
  const now = useNow();
  const { viewer } = useDesk().officer;
  const list = usePagedList(alertsQuestion);
  const { shown, asking, read } = useAnswer(alertOperation);
  const isHere = here.view === 'alerts';
  const id = isHere ? here.alert : undefined;
  const { forget } = list;
  const { proposal, proposed } = useLinkProposal(shown?.wanted, read);
  const { clear: clearProposal } = proposal;
  const taken = useCallback(
    (of: string) => {
      clearProposal();
      forget();
      void read(of);
    },
    [clearProposal, read, forget],
  );
  const steps = useStep(taken);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate is no wish to ask again
  useEffect(() => {
    if (!isHere || !isOwn || id === undefined || id === shown?.wanted || id === asking?.wanted) return;
    steps.clear();
    clearProposal();
    void read(id);
  }, [here, isOwn]);
  const go = (next: string | undefined) => {
    steps.clear();
    clearProposal();
    onGo(next);
    if (next === undefined && !list.shown) void list.read(undefined);
  };
  return (
    <section className="officers alerts" aria-label={t('alerts.title')}>
      <h2>{t('alerts.title')}</h2>
      <p className="hint">{t(mayOnAlerts(viewer, 'reading') ? 'alerts.hint' : 'exchange.hint')}</p>
      {id === undefined ? (
        <>
          {mayOnAlerts(viewer, 'reading') && <AlertListView list={list} now={now} onShow={go} />}
          {mayOnAlerts(viewer, 'exchange') && <OversightView />}
          {mayOnAlerts(viewer, 'shared') && <SharedValuesView />}
        </>
      ) : (
        <>
          <button type="button" onClick={() => go(undefined)}>
            {t('alerts.back')}
          </button>
          {!isOwn && shown?.wanted !== id && (
            <div className="notice">
              <p>{t('requests.followed')}</p>
              <button type="button" onClick={() => onGo(id)}>
                {t('requests.show')}
              </button>
            </div>
          )}
          {asking?.wanted === id && shown?.wanted !== id && <p role="status">{t('editor.sending')}</p>}
          {shown?.wanted === id && (
            <AlertView
              shown={shown}
              steps={steps}
              proposal={proposal}
              proposed={proposed}
              now={now}
              onAgain={() => void read(id)}
              onOpen={onOpen}
              onRequest={onRequest}
              onOperation={onOperation}
            />
          )}
        </>
      )}
    </section>
  );
}
