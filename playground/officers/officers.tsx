import { type FormEvent, useId, useState } from 'react';
import { Notices } from '../answer/notices.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { ShownText } from '../parts/shown-text.tsx';
import { reinstateOperation, type Suspension, suspendOperation } from './suspension.ts';
import { useSuspensions } from './use-suspensions.ts';

function Row({ suspension, onReinstate }: { suspension: Suspension; onReinstate: (reason: string) => void }) {
  const t = useMessages();
  const { moment } = wordsIn(t);
  const id = useId();
  const [reason, setReason] = useState('');
  const { subject, at, by, further, reinstatedAt, reinstatedBy, reinstatedReason } = suspension;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReinstate(reason);
  };
  return (
    <tr>
      <th scope="row">
        <ShownText>{subject}</ShownText>
      </th>
      <td data-label={t('officers.suspended')}>
        {[{ at, by, reason: suspension.reason }, ...further].map((order) => (
          <p key={order.by}>
            {moment(order.at)} · <ShownText>{order.by}</ShownText>: <ShownText>{order.reason}</ShownText>
          </p>
        ))}
      </td>
      <td data-label={reinstatedAt === null ? undefined : t('officers.reinstated')}>
        {reinstatedAt === null ? (
          <form onSubmit={submit}>
            <label htmlFor={id}>{t('officers.reinstateReason', { subject })}</label>
            <input
              id={id}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
            <button type="submit" disabled={reason.trim() === ''}>
              {t('officers.reinstate')}
            </button>
          </form>
        ) : (
          <>
            {moment(reinstatedAt)} · <ShownText>{reinstatedBy ?? ''}</ShownText>:{' '}
            <ShownText>{reinstatedReason ?? ''}</ShownText>
          </>
        )}
      </td>
    </tr>
  );
}

/** Keeps officers of the own agency out of the system, and lets them in again. */
export function Officers() {
  const t = useMessages();
  const id = useId();
  const { missing, officer } = useDesk();
  const { agency } = officer.viewer;
  const { shown, read, act } = useSuspensions();
  const [subject, setSubject] = useState('');
  const [reason, setReason] = useState('');
  const suspend = async (event: FormEvent) => {
    event.preventDefault();
    await act(suspendOperation(agency, subject, reason));
    setSubject('');
    setReason('');
  };
  const isReady = missing.length === 0 && !shown.isAsking;
  return (
    <section className="officers" aria-label={t('officers.title')}>
      <h2>{t('officers.title')}</h2>
      <p className="hint">{t('officers.hint')}</p>
      <form onSubmit={suspend} className="open">
        <div>
          <label htmlFor={`${id}-subject`}>{t('officers.subject')}</label>
          <input
            id={`${id}-subject`}
            value={subject}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setSubject(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-reason`}>{t('officers.reason')}</label>
          <input
            id={`${id}-reason`}
            value={reason}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <button
          type="submit"
          className="primary"
          disabled={!isReady || subject === '' || reason.trim() === ''}
        >
          {t('officers.suspend')}
        </button>
      </form>
      <button type="button" disabled={!isReady} onClick={() => void read()}>
        {t('officers.list')}
      </button>
      <div aria-live="polite">
        {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
        {shown.isAsking && <p>{t('editor.sending')}</p>}
        {shown.acted === 'done' && <p className="notice done">{t('officers.done')}</p>}
        {shown.acted === 'SAME_OFFICER' && <p className="notice error">{t('officers.sameOfficer')}</p>}
        {(shown.acted === 'invalid' || shown.acted === 'failed') && (
          <p className="notice error">{t('officers.failed')}</p>
        )}
        {shown.outcome && <Notices outcome={shown.outcome} />}
        {shown.list?.length === 0 && <p className="hint">{t('officers.none')}</p>}
      </div>
      {shown.list && shown.list.length > 0 && (
        <table>
          <caption>{t('officers.listed')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('officers.subject')}</th>
              <th scope="col">{t('officers.suspended')}</th>
              <th scope="col">{t('officers.reinstated')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.list.map((suspension) => (
              <Row
                key={suspension.id}
                suspension={suspension}
                onReinstate={(why) => void act(reinstateOperation(agency, suspension.id, why))}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
