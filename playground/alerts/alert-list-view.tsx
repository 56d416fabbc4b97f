import type { AlertState } from '../../terms/enums.ts';
import { titles } from '../../terms/titles/titles.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { Choices } from '../parts/field.tsx';
import { AlertDueShown, AlertStateShown } from './alert-state-shown.tsx';
import { type ListedAlert, listIn } from './own-alerts.ts';
import type { AlertList } from './use-alert-list.ts';

const states = Object.keys(titles.AlertState) as AlertState[];

function Row(props: { alert: ListedAlert; now: number; onShow: (id: string) => void }) {
  const { alert, now, onShow } = props;
  const t = useMessages();
  const { id, kind, agency } = alert;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link whole" onClick={() => onShow(id)}>
          {id}
        </button>
        <small className="whole">{alert.case}</small>
      </th>
      <td data-label={t('alerts.state')}>
        <AlertStateShown alert={alert} />
      </td>
      <td className="words" data-label={t('alerts.kind')}>
        {kind ? titleOf(t, 'IndicatorKind', kind) : <span className="none">{t('alerts.kindHidden')}</span>}
      </td>
      <td className="words" data-label={t('alerts.other')}>
        <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>
      </td>
      <td className="words since" data-label={t('alerts.since')}>
        {wordsIn(t).moment(alert.since)}
      </td>
      <td className="words" data-label={t('alerts.due')}>
        <AlertDueShown alert={alert} now={now} />
      </td>
    </tr>
  );
}

/** The alerts that the officer may know of, with the end of the time to do something about each. */
export function AlertListView(props: { list: AlertList; now: number; onShow: (id: string) => void }) {
  const { list, now, onShow } = props;
  const t = useMessages();
  const { missing, officer } = useDesk();
  const { shown, read, isAsking } = list;
  const isReady = missing.length === 0 && !isAsking;
  const found =
    shown?.outcome.state === 'answered' ? listIn(shown.outcome.answer, officer.viewer.agency) : undefined;
  return (
    <>
      <div className="request-form filters">
        <button type="button" className="primary" disabled={!isReady} onClick={() => void read(shown?.state)}>
          {t('alerts.list')}
        </button>
        <Choices
          label={t('alerts.state')}
          value={shown?.state ?? ''}
          values={states}
          empty={t('alerts.anyState')}
          nameOf={(each) => titleOf(t, 'AlertState', each)}
          onChoose={(chosen) => void read(chosen || undefined)}
        />
      </div>
      <div aria-live="polite">
        {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
        {isAsking && <p>{t('editor.sending')}</p>}
        {shown && <Notices outcome={shown.outcome} />}
        {found && 'gap' in found && <GapShown gap={found.gap} />}
        {shown?.page && shown.alerts.length === 0 && <p className="hint">{t('alerts.none')}</p>}
      </div>
      {shown?.page && (
        <>
          <Stamp asked={shown.asked} onAgain={() => void read(shown.state)} />
          {shown.alerts.length > 0 && (
            <table>
              <caption>{t('alerts.listed')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('alerts.alertAndCase')}</th>
                  <th scope="col">{t('alerts.state')}</th>
                  <th scope="col">{t('alerts.kind')}</th>
                  <th scope="col">{t('alerts.other')}</th>
                  <th scope="col" className="since">
                    {t('alerts.since')}
                  </th>
                  <th scope="col">{t('alerts.due')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.alerts.map((alert) => (
                  <Row key={alert.id} alert={alert} now={now} onShow={onShow} />
                ))}
              </tbody>
            </table>
          )}
          {shown.page.pageInfo.hasNextPage && (
            <button type="button" disabled={!isReady} onClick={() => void read(shown.state, shown)}>
              {t('alerts.more')}
            </button>
          )}
        </>
      )}
    </>
  );
}
