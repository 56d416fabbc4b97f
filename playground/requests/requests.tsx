import { useCallback, useEffect } from 'react';
import type { RequestBox } from '../../terms/enums.ts';
import { useAnswer } from '../answer/use-answer.ts';
import type { Address, RequestPlace } from '../desk/address.ts';
import type { AskedRecord } from '../desk/asked-record.ts';
import { useDesk } from '../desk/use-desk.ts';
import { usePagedList } from '../list/use-paged-list.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useNow } from '../parts/use-now.ts';
import { useStep } from '../step/use-step.ts';
import { DeputiesView } from './deputies/deputies-view.tsx';
import { mayOnDeputies } from './deputies/own-deputies.ts';
import { boxesOf } from './half/boxes-of.ts';
import { requestOperation, requestsQuestion } from './half/own-requests.ts';
import { RequestListView } from './request-list-view.tsx';
import { RequestView } from './request-view.tsx';
import { DraftForm } from './steps/draft-form.tsx';
import { mayDraft } from './steps/request-steps.ts';

/** The places among the requests: the boxes of the officer, and for those who draft the form of a new one. */
function Places(props: {
  boxes: readonly RequestBox[];
  current: RequestPlace;
  onGo: (place: RequestPlace) => void;
}) {
  const { boxes, current, onGo } = props;
  const t = useMessages();
  const { viewer } = useDesk().officer;
  return (
    <fieldset className="places">
      <legend className="unseen">{t('requests.boxes')}</legend>
      {boxes.map((box) => (
        <button
          key={box}
          type="button"
          aria-pressed={'box' in current && current.box === box}
          onClick={() => onGo({ box })}
        >
          {titleOf(t, 'RequestBox', box)}
        </button>
      ))}
      {mayDraft(viewer) && (
        <button type="button" aria-pressed={'isNew' in current} onClick={() => onGo({ isNew: true })}>
          + {t('requests.new')}
        </button>
      )}
    </fieldset>
  );
}

/**
 * The requests for information of the officer's agency: lists, the form of a new one, and one of them with its course.
 * @param props `here` is the place in the page; one that did not come about in this page is not asked for by itself. `subject` is the
 * record that a new request is to be about
 */
export function Requests(props: {
  here: Address;
  isOwn: boolean;
  subject: AskedRecord | undefined;
  onGo: (place: RequestPlace) => void;
  onOpen: (dossier: string) => void;
}) {
  const { here, isOwn, subject, onGo, onOpen } = props;
  const t = useMessages();
  const now = useNow();
  const { viewer } = useDesk().officer;
  const boxes = boxesOf(viewer);
  const list = usePagedList(requestsQuestion);
  const { shown, asking, read } = useAnswer(requestOperation);
  const isHere = here.view === 'requests';
  const place = (isHere && here.request) || { box: boxes[0] ?? 'SENT' };
  const id = 'id' in place ? place.id : undefined;
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
  const isFollowed = isHere && !isOwn && here.request !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate is no wish to ask again
  useEffect(() => {
    if (!isHere || !isOwn || !here.request) return;
    if (id !== undefined && id !== shown?.wanted && id !== asking?.wanted) {
      steps.clear();
      void read(id);
    }
    if ('box' in here.request && list.shown?.choice.box !== here.request.box)
      void list.read({ box: here.request.box });
  }, [here, isOwn]);
  return (
    <section className="officers requests" aria-label={t('requests.title')}>
      <h2>{t('requests.title')}</h2>
      <p className="hint">{t('requests.hint')}</p>
      <Places
        boxes={boxes}
        current={place}
        onGo={(next) => {
          steps.clear();
          onGo(next);
        }}
      />
      {isFollowed && (
        <div className="notice">
          <p>{t('requests.followed')}</p>
          <button type="button" onClick={() => onGo(place)}>
            {t('requests.show')}
          </button>
        </div>
      )}
      {'box' in place && place.box === 'RECEIVED' && mayOnDeputies(viewer, 'reading') && <DeputiesView />}
      {'box' in place && (
        <RequestListView box={place.box} list={list} now={now} onShow={(one) => onGo({ id: one })} />
      )}
      {'isNew' in place && <DraftForm subject={subject} isWanted={isOwn} steps={steps} />}
      {id !== undefined && asking?.wanted === id && shown?.wanted !== id && (
        <p role="status">{t('editor.sending')}</p>
      )}
      {id !== undefined && shown?.wanted === id && (
        <RequestView shown={shown} steps={steps} now={now} onAgain={() => void read(id)} onOpen={onOpen} />
      )}
    </section>
  );
}
