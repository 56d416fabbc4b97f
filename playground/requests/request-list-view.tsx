import type { RequestBox, RequestState } from '../../terms/enums.ts';
import { titles } from '../../terms/titles/titles.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Choices } from '../parts/field.tsx';
import { type ListedRequest, listIn } from './half/own-requests.ts';
import { RequestDueShown, StateShown } from './state-shown.tsx';
import type { RequestList } from './use-request-list.ts';

const states = Object.keys(titles.RequestState) as RequestState[];

function Row(props: { request: ListedRequest; now: number; onShow: (id: string) => void }) {
  const { request, now, onShow } = props;
  const t = useMessages();
  const { id, half } = request;
  if (!half) return null;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link whole" onClick={() => onShow(id)}>
          {id}
        </button>
      </th>
      <td data-label={t('requests.state')}>
        <StateShown half={half} />
      </td>
      <td data-label={t('requests.due')}>
        <RequestDueShown half={half} now={now} />
      </td>
      <td data-label={t('requests.asked')}>
        <span data-agency={half.agency}>{titleOf(t, 'Agency', half.agency)}</span>{' '}
        {half.classes.map((each) => titleOf(t, 'InformationClass', each)).join(', ')}
      </td>
      <td data-label={t('requests.case')}>{half.case && <span className="whole">{half.case}</span>}</td>
    </tr>
  );
}

/** The requests of a box, with the end of the time to answer each. */
export function RequestListView(props: {
  box: RequestBox;
  list: RequestList;
  now: number;
  onShow: (id: string) => void;
}) {
  const { box, list, now, onShow } = props;
  const t = useMessages();
  const { missing, officer } = useDesk();
  const { read, isAsking } = list;
  const shown = list.shown?.choice.box === box ? list.shown : undefined;
  const state = shown?.choice.state;
  const isReady = missing.length === 0 && !isAsking;
  const found =
    shown?.outcome.state === 'answered' ? listIn(shown.outcome.answer, officer.viewer.agency) : undefined;
  return (
    <>
      <div className="request-form filters">
        <button
          type="button"
          className="primary"
          disabled={!isReady}
          onClick={() => void read({ box, state })}
        >
          {t('requests.list')}
        </button>
        <Choices
          label={t('requests.state')}
          value={state ?? ''}
          values={states}
          empty={t('requests.anyState')}
          nameOf={(each) => titleOf(t, 'RequestState', each)}
          onChoose={(chosen) => void read({ box, state: chosen || undefined })}
        />
      </div>
      <div aria-live="polite">
        {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
        {isAsking && <p>{t('editor.sending')}</p>}
        {shown && <Notices outcome={shown.outcome} />}
        {found && 'gap' in found && <GapShown gap={found.gap} />}
        {shown?.page && shown.requests.length === 0 && <p className="hint">{t('requests.none')}</p>}
      </div>
      {shown?.page && (
        <>
          <Stamp asked={shown.asked} onAgain={() => void read(shown.choice)} />
          {shown.requests.length > 0 && (
            <table>
              <caption>{t('requests.listed', { box: titleOf(t, 'RequestBox', box) })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('requests.request')}</th>
                  <th scope="col">{t('requests.state')}</th>
                  <th scope="col">{t('requests.due')}</th>
                  <th scope="col">{t('requests.asked')}</th>
                  <th scope="col">{t('requests.case')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.requests.map((request) => (
                  <Row key={request.id} request={request} now={now} onShow={onShow} />
                ))}
              </tbody>
            </table>
          )}
          {shown.page.pageInfo.hasNextPage && (
            <button type="button" disabled={!isReady} onClick={() => void read(shown.choice, shown)}>
              {t('requests.more')}
            </button>
          )}
        </>
      )}
    </>
  );
}
