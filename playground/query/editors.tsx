import { QueryEditor, VariableEditor } from '@graphiql/react';
import { useMessages } from '../messages/use-messages.ts';
import { ConfirmChange } from '../parts/confirm-change.tsx';
import { editorHintId, KeysOfEditors } from './keys-of-editors.tsx';
import { LinkNotice } from './link/link-notice.tsx';
import type { Linked } from './link/linked.ts';
import type { Runs } from './run.ts';
import { Toolbar } from './toolbar.tsx';
import { useRunEditors } from './use-run-editors.ts';

/** The editors of a query and its variables. */
export function Editors({ linked, runs }: { linked: Linked; runs: Runs }) {
  const t = useMessages();
  const run = useRunEditors(runs);
  const actions = runs.run.state === 'to-confirm' ? runs.run.actions : undefined;
  return (
    <section className="editors graphiql-container" aria-label={t('editor.title')}>
      <LinkNotice linked={linked} />
      <h2 className="unseen">{t('editor.title')}</h2>
      <Toolbar isSending={runs.run.state === 'sending'} onRun={run} onStop={runs.stop} />
      <ConfirmChange isAsked={actions !== undefined} onConfirm={runs.confirm} onDismiss={runs.dismiss}>
        <ul>
          {actions?.map((action) => (
            <li key={action}>
              <code>{action}</code>
            </li>
          ))}
        </ul>
      </ConfirmChange>
      <KeysOfEditors />
      <section className="query-editor" aria-label={t('editor.query')}>
        <QueryEditor role="group" aria-label={t('editor.query')} aria-describedby={editorHintId} />
      </section>
      <h2>{t('editor.variables')}</h2>
      <section className="variable-editor" aria-label={t('editor.variables')}>
        <VariableEditor role="group" aria-label={t('editor.variables')} aria-describedby={editorHintId} />
      </section>
    </section>
  );
}
