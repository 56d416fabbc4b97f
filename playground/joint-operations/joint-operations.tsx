import { useCallback, useEffect, useRef } from 'react';
import type { Address, OperationPlace } from '../desk/address.ts';
import type { OperationOrigin } from '../desk/operation-origin.ts';
import { useDesk } from '../desk/use-desk.ts';
import { usePagedList } from '../list/use-paged-list.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useNow } from '../parts/use-now.ts';
import { useStep } from '../step/use-step.ts';
import { OperationFiguresView } from './figures/operation-figures-view.tsx';
import { QuartersView } from './figures/quarters-view.tsx';
import { OperationListView } from './operation-list-view.tsx';
import { OperationView } from './operation-view.tsx';
import { mayOnOperations } from './own/may-on-operations.ts';
import { operationsQuestion } from './own/own-operations.ts';
import { useOperation } from './own/use-operation.ts';
import type { Ways } from './own/ways.ts';
import { ProposeForm } from './steps/propose-form.tsx';

/** The places among the operations: the list, and for those who propose some the form of a new one. */
function Places(props: {
  current: OperationPlace | undefined;
  onGo: (place: OperationPlace | undefined) => void;
}) {
  const { current, onGo } = props;
  const t = useMessages();
  const { viewer } = useDesk().officer;
  return (
    <fieldset className="places">
      <legend className="unseen">{t('operations.places')}</legend>
      <button type="button" aria-pressed={current === undefined} onClick={() => onGo(undefined)}>
        {t('operations.all')}
      </button>
      {mayOnOperations(viewer, 'proposing') && (
        <button
          type="button"
          aria-pressed={current !== undefined && 'isNew' in current}
          onClick={() => onGo({ isNew: true })}
        >
          + {t('operations.new')}
        </button>
      )}
    </fieldset>
  );
}

/**
 * The joint operations of the officer's agency: the list, the form of a new one, and one of them with its halves, plan and steps.
 * @param props `here` is the place in the page; one that did not come about in this page is not asked for by itself. `origin` is the
 * record that a new operation is to grow from
 */
export function JointOperations(props: {
  here: Address;
  isOwn: boolean;
  origin: OperationOrigin | undefined;
  onGo: (place: OperationPlace | undefined) => void;
  ways: Ways;
}) {
  const { here, isOwn, origin, onGo, ways } = props;
  const t = useMessages();
  const now = useNow();
  const { viewer } = useDesk().officer;
  const list = usePagedList(operationsQuestion);
  const { shown, asking, read } = useOperation();
  const isReader = mayOnOperations(viewer, 'reading');
  const isHere = here.view === 'operations';
  /** Stays while the officer is elsewhere in the page, and so does what they have filled in. */
  const last = useRef<OperationPlace>(undefined);
  if (isHere) last.current = here.operation;
  const place = last.current;
  const id = place && 'id' in place ? place.id : undefined;
  const { forget } = list;
  const taken = useCallback(
    (of: string) => {
      forget();
      onGo({ id: of });
      void read(of);
    },
    [onGo, read, forget],
  );
  const steps = useStep(taken);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate is no wish to ask again
  useEffect(() => {
    if (!isHere || !isOwn || id === undefined || id === shown?.wanted || id === asking) return;
    steps.clear();
    void read(id);
  }, [here, isOwn]);
  const go = (next: OperationPlace | undefined) => {
    steps.clear();
    onGo(next);
    if (next === undefined && !list.shown) void list.read(undefined);
  };
  return (
    <section className="officers requests operations" aria-label={t('operations.title')}>
      <h2>{t('operations.title')}</h2>
      {isReader ? (
        <>
          <p className="hint">{t('operations.hint')}</p>
          <Places current={place} onGo={go} />
        </>
      ) : (
        <p className="hint">{t('operationFigures.hint')}</p>
      )}
      {id !== undefined && !isOwn && shown?.wanted !== id && (
        <div className="notice">
          <p>{t('requests.followed')}</p>
          <button type="button" onClick={() => onGo({ id })}>
            {t('requests.show')}
          </button>
        </div>
      )}
      {place === undefined && (
        <>
          {isReader && <OperationListView list={list} onShow={(of) => go({ id: of })} />}
          {mayOnOperations(viewer, 'figures') && <OperationFiguresView />}
          {mayOnOperations(viewer, 'quarters') && <QuartersView />}
        </>
      )}
      {place && 'isNew' in place && mayOnOperations(viewer, 'proposing') && (
        <ProposeForm origin={origin} isWanted={isHere && isOwn} now={now} steps={steps} />
      )}
      {id !== undefined && asking === id && shown?.wanted !== id && (
        <p role="status">{t('editor.sending')}</p>
      )}
      {id !== undefined && shown?.wanted === id && (
        <OperationView
          key={id}
          shown={shown}
          steps={steps}
          now={now}
          onAgain={() => void read(id)}
          ways={ways}
        />
      )}
    </section>
  );
}
