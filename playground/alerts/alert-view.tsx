import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import type { Answered } from '../answer/use-answer.ts';
import { useDesk } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { Fact } from '../parts/fact.tsx';
import { ShownText } from '../parts/shown-text.tsx';
import { ToProfile } from '../profile/finder/to-profile.tsx';
import { StepNotices } from '../step/step-notices.tsx';
import type { Steps } from '../step/use-step.ts';
import { AlertForms } from './alert-forms.tsx';
import { AlertDueShown, AlertStateShown } from './alert-state-shown.tsx';
import { leadsTo } from './leads-to.ts';
import { alertIn, type ShownAlert } from './own-alerts.ts';
import type { ProposedLink } from './use-link-proposal.ts';

interface Ways {
  onOpen: (dossier: string) => void;
  /** Shows a request that was made of the alert. */
  onRequest: (id: string) => void;
  /** Shows a joint operation, where the officer may read any. */
  onOperation: ((id: string) => void) | undefined;
}

function Way({ id, onGo }: { id: string; onGo: (id: string) => void }) {
  return (
    <button type="button" className="link whole" onClick={() => onGo(id)}>
      {id}
    </button>
  );
}

/** The record that was made of an alert, with the way to it; an operation that was recorded by its name alone has no page. */
function Named({ alert, onOpen, onRequest, onOperation }: Ways & { alert: ShownAlert }) {
  const { named } = alert;
  if (named === null) return null;
  switch (leadsTo(alert)) {
    case 'request':
      return <Way id={named} onGo={onRequest} />;
    case 'operation':
      return onOperation ? <Way id={named} onGo={onOperation} /> : <code className="whole">{named}</code>;
    case 'profile':
      return <ToProfile id={named} onOpen={onOpen} />;
    default:
      return <ShownText>{named}</ShownText>;
  }
}

/** The facts of an alert, and the steps that officers took. */
function AlertFacts({ alert, ...ways }: Ways & { alert: ShownAlert }) {
  const t = useMessages();
  const { moment } = wordsIn(t);
  const { dossiers, acknowledged, acted, means, dismissed, reason, widelyShared } = alert;
  const step = (by: string, at: string) => `${by}, ${moment(at)}`;
  return (
    <section className="request-facts" aria-label={t('alerts.facts')}>
      <h3>{t('alerts.facts')}</h3>
      <dl className="facts">
        <Fact name={t('alerts.dossiers')}>
          {'gap' in dossiers && <GapShown gap={dossiers.gap} />}
          {!('gap' in dossiers) && dossiers.length === 0 && (
            <span className="none">{t('alerts.noDossiers')}</span>
          )}
          {!('gap' in dossiers) && dossiers.length > 0 && (
            <ul className="plain">
              {dossiers.map(({ id }) => (
                <li key={id}>
                  <ToProfile id={id} onOpen={ways.onOpen} />
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t('alerts.case')}>
          <span className="whole">{alert.case}</span>
        </Fact>
        <Fact name={t('alerts.reference')}>
          <code className="whole">{alert.reference}</code>
        </Fact>
        <Fact name={t('alerts.since')}>{moment(alert.since)}</Fact>
        <Fact name={t('alerts.lapses')}>{moment(alert.lapsesAt)}</Fact>
        <Fact name={t('alerts.there', { agency: titleOf(t, 'Agency', alert.agency) })}>
          {t(alert.hasEndedThere ? 'alerts.endedThere' : 'alerts.notEndedThere')}
        </Fact>
        {acknowledged && (
          <Fact name={titleOf(t, 'AlertState', 'ACKNOWLEDGED')}>
            {step(acknowledged.by, acknowledged.at)}
          </Fact>
        )}
        {acted && means && (
          <Fact name={titleOf(t, 'AlertState', 'ACTED')}>
            {titleOf(t, 'AlertMeans', means)} <Named alert={alert} {...ways} />, {step(acted.by, acted.at)}
          </Fact>
        )}
        {widelyShared && (
          <Fact name={t('alerts.widelyShared')}>{step(widelyShared.by, widelyShared.at)}</Fact>
        )}
        {dismissed && reason && (
          <Fact name={titleOf(t, 'AlertState', 'DISMISSED')}>
            {titleOf(t, 'DismissalReason', reason)}, {step(dismissed.by, dismissed.at)}
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** One alert: what both agencies hold, the steps that the officer can take, and what was done about it. */
export function AlertView(
  props: Ways & {
    shown: Answered<string>;
    steps: Steps;
    proposal: Steps;
    /** The link that was proposed last from any alert. */
    proposed: ProposedLink | undefined;
    now: number;
    onAgain: () => void;
  },
) {
  const { shown, steps, proposal, proposed, now, onAgain, ...ways } = props;
  const t = useMessages();
  const { agency: own } = useDesk().officer.viewer;
  const { wanted: id, asked, outcome } = shown;
  const found = outcome.state === 'answered' ? alertIn(outcome.answer, own) : undefined;
  const alert = found && 'alert' in found ? found.alert : undefined;
  const gap = found && 'gap' in found ? found.gap : undefined;
  return (
    <article className="request" aria-label={t('alerts.id', { id })}>
      <div className="person-line">
        <h3 className="request-id">
          <code className="whole">{id}</code>
        </h3>
        {alert && (
          <>
            <p>
              <AlertStateShown alert={alert} />
            </p>
            <p>
              <AlertDueShown alert={alert} now={now} />
            </p>
          </>
        )}
        <button type="button" onClick={onAgain}>
          {t('requests.readAgain')}
        </button>
      </div>
      {alert && (
        <p className="alert-says">
          {t('alerts.says', {
            agency: titleOf(t, 'Agency', alert.agency),
            kind: alert.kind ? titleOf(t, 'IndicatorKind', alert.kind) : t('alerts.kindHidden'),
          })}
        </p>
      )}
      <Stamp asked={asked} onAgain={onAgain} />
      <Notices outcome={outcome} onAgain={onAgain} />
      <StepNotices steps={steps} />
      <StepNotices steps={proposal} />
      {gap &&
        (gap.state === 'none' || gap.state === 'hidden' ? (
          <p className="notice">{t('alerts.hidden')}</p>
        ) : (
          <GapShown gap={gap} />
        ))}
      {alert && (
        <>
          <AlertForms
            key={id}
            alert={alert}
            steps={steps}
            proposal={proposal}
            proposed={proposed?.alert === id ? proposed : undefined}
          />
          <AlertFacts alert={alert} {...ways} />
        </>
      )}
    </article>
  );
}
