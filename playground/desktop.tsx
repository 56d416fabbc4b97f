import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { mayOnAlerts } from './alerts/alert-steps.ts';
import { Alerts } from './alerts/alerts.tsx';
import type { MeasurePlace, RequestPlace, View } from './desk/address.ts';
import type { AskedRecord } from './desk/asked-record.ts';
import { useSchema } from './desk/known-schema.ts';
import { useAddress } from './desk/use-address.ts';
import { AskingContext } from './desk/use-asking.ts';
import { DeskContext, useNewDesk } from './desk/use-desk.ts';
import { MeasuresOfContext } from './desk/use-measures-of.ts';
import { useOperationPlaces } from './desk/use-operation-places.ts';
import { ProposingContext } from './desk/use-proposing.ts';
import { FailureBoundary } from './failure-boundary.tsx';
import { OperationsPanel } from './joint-operations/operations-panel.tsx';
import { mayOnOperations } from './joint-operations/own/may-on-operations.ts';
import { MandateBar } from './mandate/mandate-bar.tsx';
import { Measures } from './measures/measures.tsx';
import { mayOnMeasures } from './measures/own/may-on-measures.ts';
import { useMessages } from './messages/use-messages.ts';
import { Officers } from './officers/officers.tsx';
import { maySuspend } from './officers/suspension.ts';
import type { Preferences } from './parts/preferences.ts';
import { panelProps, TabBar } from './parts/tab-bar.tsx';
import { Profile } from './profile/profile.tsx';
import { mayWriteQueries } from './query/may-write.ts';
import { Requests } from './requests/requests.tsx';
import { mayDraft, mayReadRequests } from './requests/steps/request-steps.ts';
import { SchemaProblem } from './schema-problem.tsx';
import { personOf } from './sign-in/sign-in-state.ts';
import type { SignIn } from './sign-in/use-sign-in.ts';
import { Waiting } from './waiting/waiting.tsx';
import { mayHaveWaiting } from './waiting/waiting-list.ts';
import type { Gateway, Officer } from './wire/officer.ts';

// The editor is nine tenths of the page, and nobody needs it to sign in or to look at a person.
const Workspace = lazy(() =>
  import('./query/workspace.tsx').then((module) => ({ default: module.Workspace })),
);

/** The officer’s workplace: the mandate above, and below it the queries or a person’s profile. */
export function Desktop(props: {
  officer: Officer;
  answersWithin: number;
  /** The roles that write queries here; null where all do. */
  writers: Gateway['writers'];
  /** True if the officer has just signed in, and not only opened the page. */
  takesFocus: boolean;
  isEndingSoon: boolean;
  preferences: Preferences;
  onPrefer: (changed: Partial<Preferences>) => void;
  /** When the session may have changed. */
  onSession: SignIn['lookAgain'];
}) {
  const { officer, answersWithin, writers, takesFocus, isEndingSoon, preferences, onPrefer, onSession } =
    props;
  const t = useMessages();
  const desk = useNewDesk({ officer, answersWithin, isEndingSoon, onSession });
  const { known, hasFailed, readAgain } = useSchema(desk.sending, (informationClass) =>
    t('schema.class', { class: informationClass }),
  );
  const mayDecide = maySuspend(officer.viewer);
  const mayWrite = mayWriteQueries(officer, { writers });
  const hasInbox = mayHaveWaiting(officer.viewer);
  const hasRequests = mayReadRequests(officer.viewer);
  const hasAlerts = mayOnAlerts(officer.viewer, 'any');
  const hasMeasures = mayOnMeasures(officer.viewer, 'any');
  const hasOperations = mayOnOperations(officer.viewer, 'any');
  const { address, isOwn, go } = useAddress(personOf(officer));
  const isShown = {
    query: mayWrite,
    profile: true,
    waiting: hasInbox,
    requests: hasRequests,
    alerts: hasAlerts,
    measures: hasMeasures,
    operations: hasOperations,
    officers: mayDecide,
  };
  const view = isShown[address.view] ? address.view : mayWrite ? 'query' : 'profile';
  /** The editor is fetched once the officer wants it, and then stays with what stands in it. */
  const hasEditor = useRef(false);
  if (view === 'query') hasEditor.current = true;
  /** The dossier of the profile, which is there again when the officer comes back to that view. */
  const opened = useRef<string>(undefined);
  if (address.view === 'profile') opened.current = address.dossier;
  const openProfile = (dossier: string) => go({ view: 'profile', dossier });
  /** The place among the requests, and the record that a new one is to be about: they are in memory alone. */
  const lastPlace = useRef<RequestPlace>(undefined);
  if (address.view === 'requests') lastPlace.current = address.request;
  /** The alert that was shown last. */
  const lastAlert = useRef<string>(undefined);
  if (address.view === 'alerts') lastAlert.current = address.alert;
  /** The dossier or the measure whose steps were shown last. */
  const lastMeasure = useRef<MeasurePlace>(undefined);
  if (address.view === 'measures') lastMeasure.current = address.measure;
  const goToMeasures = useCallback(
    (measure: MeasurePlace | undefined) => go({ view: 'measures', measure }),
    [go],
  );
  const measuresOf = useMemo(
    () => ({
      open: (dossier: string) => goToMeasures({ dossier }),
      mayPlan: mayOnMeasures(officer.viewer, 'planning'),
    }),
    [goToMeasures, officer],
  );
  const operations = useOperationPlaces(address, go);
  const [subject, setSubject] = useState<AskedRecord>();
  const goToRequests = useCallback((request: RequestPlace) => go({ view: 'requests', request }), [go]);
  const askAbout = useCallback(
    (chosen: AskedRecord) => {
      setSubject(chosen);
      goToRequests({ isNew: true });
    },
    [goToRequests],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: while no session is there the page has another title
  useEffect(() => {
    document.title = `${t(`view.${view}`)} · Concord`;
  }, [view, officer, t]);
  const tabs: Partial<Record<View, string>> = {
    ...(mayWrite && { query: t('view.query') }),
    profile: t('view.profile'),
    ...(hasInbox && { waiting: t('view.waiting') }),
    ...(hasRequests && { requests: t('view.requests') }),
    ...(hasAlerts && { alerts: t('view.alerts') }),
    ...(hasMeasures && { measures: t('view.measures') }),
    ...(hasOperations && { operations: t('view.operations') }),
    ...(mayDecide && { officers: t('view.officers') }),
  };
  return (
    <DeskContext value={desk}>
      <MandateBar takesFocus={takesFocus} />
      {hasFailed && <SchemaProblem onAgain={readAgain} />}
      <nav aria-label={t('page.views')}>
        <TabBar
          label={t('page.views')}
          tabs={tabs}
          current={view}
          onChoose={(chosen) =>
            go({
              view: chosen,
              ...(chosen === 'profile' && { dossier: opened.current }),
              ...(chosen === 'requests' && { request: lastPlace.current }),
              ...(chosen === 'alerts' && { alert: lastAlert.current }),
              ...(chosen === 'measures' && { measure: lastMeasure.current }),
              ...(chosen === 'operations' && { operation: operations.last }),
            })
          }
        />
      </nav>
      <ProposingContext
        value={mayOnOperations(officer.viewer, 'proposing') ? operations.proposeFrom : undefined}
      >
        <main id="content" tabIndex={-1}>
          {mayWrite && (
            <div {...panelProps('query')} hidden={view !== 'query'} className="workspace">
              <FailureBoundary translate={t}>
                <Suspense fallback={<p className="wait">{t('page.loading')}</p>}>
                  {hasEditor.current && (
                    <Workspace
                      known={known}
                      preferences={preferences}
                      onPrefer={onPrefer}
                      onProfile={openProfile}
                    />
                  )}
                </Suspense>
              </FailureBoundary>
            </div>
          )}
          <div {...panelProps('profile')} hidden={view !== 'profile'}>
            <FailureBoundary translate={t}>
              <AskingContext value={mayDraft(officer.viewer) ? askAbout : undefined}>
                <MeasuresOfContext value={mayOnMeasures(officer.viewer, 'reading') ? measuresOf : undefined}>
                  <Profile here={address} isOwn={isOwn} onOpen={openProfile} />
                </MeasuresOfContext>
              </AskingContext>
            </FailureBoundary>
          </div>
          {hasInbox && (
            <div {...panelProps('waiting')} hidden={view !== 'waiting'}>
              <FailureBoundary translate={t}>
                <Waiting
                  onOpen={openProfile}
                  onRequest={(id) => goToRequests({ id })}
                  onAlert={(alert) => go({ view: 'alerts', alert })}
                  onMeasure={goToMeasures}
                  onOperation={(id) => operations.goTo({ id })}
                />
              </FailureBoundary>
            </div>
          )}
          {hasRequests && (
            <div {...panelProps('requests')} hidden={view !== 'requests'}>
              <FailureBoundary translate={t}>
                <Requests
                  here={address}
                  isOwn={isOwn}
                  subject={subject}
                  onGo={goToRequests}
                  onOpen={openProfile}
                />
              </FailureBoundary>
            </div>
          )}
          {hasAlerts && (
            <div {...panelProps('alerts')} hidden={view !== 'alerts'}>
              <FailureBoundary translate={t}>
                <AskingContext value={mayDraft(officer.viewer) ? askAbout : undefined}>
                  <Alerts
                    here={address}
                    isOwn={isOwn}
                    onGo={(alert) => go({ view: 'alerts', alert })}
                    onOpen={openProfile}
                    onRequest={(id) => goToRequests({ id })}
                    onOperation={
                      mayOnOperations(officer.viewer, 'reading') ? (id) => operations.goTo({ id }) : undefined
                    }
                  />
                </AskingContext>
              </FailureBoundary>
            </div>
          )}
          {hasMeasures && (
            <div {...panelProps('measures')} hidden={view !== 'measures'}>
              <FailureBoundary translate={t}>
                <Measures here={address} isOwn={isOwn} onGo={goToMeasures} onOpen={openProfile} />
              </FailureBoundary>
            </div>
          )}
          {hasOperations && (
            <div {...panelProps('operations')} hidden={view !== 'operations'}>
              <FailureBoundary translate={t}>
                <OperationsPanel
                  here={address}
                  isOwn={isOwn}
                  isShown={view === 'operations'}
                  places={operations}
                  ways={{
                    onOpen: openProfile,
                    onRequest: (id) => goToRequests({ id }),
                    onAlert: (alert) => go({ view: 'alerts', alert }),
                    onMeasure: goToMeasures,
                  }}
                />
              </FailureBoundary>
            </div>
          )}
          {mayDecide && (
            <div {...panelProps('officers')} hidden={view !== 'officers'}>
              <FailureBoundary translate={t}>
                <Officers />
              </FailureBoundary>
            </div>
          )}
        </main>
      </ProposingContext>
    </DeskContext>
  );
}
