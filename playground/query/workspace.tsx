import '@graphiql/react/style.css';
import { GraphiQLProvider, QueryEditor, VariableEditor } from '@graphiql/react';
import type { FetcherParams } from '@graphiql/toolkit';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { AnswerPanel } from '../answer/answer-panel.tsx';
import { useDesk } from '../desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Preferences } from '../preferences.ts';
import type { KnownSchema } from '../schema.ts';
import type { Operation } from '../wire/ask.ts';
import { readDemoIds } from '../wire/session.ts';
import { type Example, examplesFor } from './examples.ts';
import { clearHistory, keepHistory, type Past, readHistory, withPast } from './history.ts';
import { readLink } from './link.ts';
import { LinkNotice } from './link-notice.tsx';
import { forRawView } from './raw-view.ts';
import { useRuns } from './runs.ts';
import { SidePanel } from './side-panel.tsx';
import { ThemeOfEditors } from './theme-of-editors.tsx';
import { Toolbar } from './toolbar.tsx';

/** What was sent from this browser, as far as the officer wants it kept. */
function useHistory(isKept: boolean) {
  const [history, setHistory] = useState<Past[]>(() => readHistory(localStorage));
  useEffect(() => {
    if (isKept) keepHistory(localStorage, history);
    else clearHistory(localStorage);
  }, [isKept, history]);
  const add = useCallback(
    ({ query, variables }: Operation) => {
      if (!isKept) return;
      const past = {
        query,
        variables: JSON.stringify(variables ?? {}, null, 2),
        at: new Date().toISOString(),
      };
      setHistory((before) => withPast(before, past));
    },
    [isKept],
  );
  const clear = useCallback(() => setHistory([]), []);
  return { history, add, clear };
}

function useExamples(): Example[] {
  const { officer } = useDesk();
  const [demoIds, setDemoIds] = useState<Record<string, string>>({});
  useEffect(() => void readDemoIds().then(setDemoIds), []);
  return useMemo(() => examplesFor(officer.viewer.agency, demoIds), [officer, demoIds]);
}

/** Where queries are written and answered. */
export function Workspace(props: {
  known: KnownSchema | undefined;
  preferences: Preferences;
  onPrefer: (changed: Partial<Preferences>) => void;
  onProfile: (id: string) => void;
}) {
  const { known, preferences, onPrefer, onProfile } = props;
  const t = useMessages();
  const [linked] = useState(() => readLink(new URL(location.href)));
  const { history, add, clear } = useHistory(preferences.keepsHistory);
  const { run, start, again } = useRuns(add);
  const examples = useExamples();
  const fetcher = useCallback(
    async ({ query, variables, operationName }: FetcherParams) =>
      forRawView(
        await start({ query, variables, operationName: operationName ?? undefined }),
        t('raw.tooLong'),
      ),
    [start, t],
  );
  return (
    <GraphiQLProvider
      fetcher={fetcher}
      schema={known?.schema ?? null}
      storage={sessionStorage}
      defaultQuery={`# ${t('editor.welcome')}\n`}
      {...(linked.state === 'shown' && { initialQuery: linked.query, initialVariables: linked.variables })}
    >
      <ThemeOfEditors theme={preferences.theme} />
      <SidePanel
        known={known}
        examples={examples}
        history={history}
        keepsHistory={preferences.keepsHistory}
        onKeepHistory={(keepsHistory) => onPrefer({ keepsHistory })}
        onClearHistory={clear}
      />
      <section className="editors graphiql-container" aria-label={t('editor.title')}>
        <LinkNotice linked={linked} />
        <Toolbar isSending={run.state === 'sending'} />
        <section className="query-editor" aria-label={t('editor.query')}>
          <QueryEditor />
        </section>
        <h2>{t('editor.variables')}</h2>
        <section className="variable-editor" aria-label={t('editor.variables')}>
          <VariableEditor />
        </section>
      </section>
      <AnswerPanel run={run} known={known} onAgain={again} onProfile={onProfile} />
    </GraphiQLProvider>
  );
}
