import '@graphiql/react/style.css';
import { GraphiQLProvider } from '@graphiql/react';
import { useEffect, useMemo, useState } from 'react';
import { AnswerPanel } from '../answer/answer-panel.tsx';
import type { KnownSchema } from '../desk/known-schema.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Preferences } from '../parts/preferences.ts';
import { readDemoIds } from '../wire/session.ts';
import { Editors } from './editors.tsx';
import { type Example, examplesOf } from './examples/example.ts';
import { useHistory } from './history/use-history.ts';
import { forgetLink, linkThatLedHere } from './link/link-arrival.ts';
import { useRuns } from './run.ts';
import { SidePanel } from './side-panel.tsx';
import { ThemeOfEditors } from './theme-of-editors.tsx';
import { useEditorStorage } from './use-editor-storage.ts';

function useExamples(): Example[] {
  const { officer } = useDesk();
  const [demoIds, setDemoIds] = useState<Record<string, string>>({});
  useEffect(() => void readDemoIds().then(setDemoIds), []);
  return useMemo(() => examplesOf(officer.viewer.agency, demoIds), [officer, demoIds]);
}

/** GraphiQL asks for a way to send; nothing here uses it. See `run-editors.ts`. */
const notUsed = async () => ({});

/** The workspace in which queries are written and answered. */
export function Workspace(props: {
  known: KnownSchema | undefined;
  preferences: Preferences;
  onPrefer: (changed: Partial<Preferences>) => void;
  onProfile: (id: string) => void;
}) {
  const { known, preferences, onPrefer, onProfile } = props;
  const t = useMessages();
  const [linked] = useState(linkThatLedHere);
  useEffect(forgetLink, []);
  const storage = useEditorStorage();
  const { history, add, clear } = useHistory(preferences.keepsHistory);
  const runs = useRuns(known?.schema, add);
  const examples = useExamples();
  return (
    <GraphiQLProvider
      fetcher={notUsed}
      schema={known?.schema ?? null}
      storage={storage}
      defaultQuery={`# ${t('editor.welcome')}\n`}
      {...(linked.state === 'shown' && { initialQuery: linked.query, initialVariables: linked.variables })}
    >
      <ThemeOfEditors theme={preferences.theme} />
      <SidePanel
        known={known}
        examples={examples}
        history={history}
        keepsHistory={preferences.keepsHistory}
        locale={preferences.locale}
        onKeepHistory={(keepsHistory) => onPrefer({ keepsHistory })}
        onClearHistory={clear}
      />
      <Editors linked={linked} runs={runs} />
      <h2 className="unseen">{t('answer.title')}</h2>
      <AnswerPanel run={runs.run} known={known} onAgain={runs.again} onProfile={onProfile} />
    </GraphiQLProvider>
  );
}
