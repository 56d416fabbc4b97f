import { KeyCode, KeyMod, type MonacoEditor, useGraphiQL } from '@graphiql/react';
import { useCallback, useEffect, useRef } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { forRawView } from './for-raw-view.ts';
import { operationAt } from './judge.ts';
import type { Runs } from './run.ts';

const cursorOf = (editor: MonacoEditor): number => {
  const position = editor.getPosition();
  return (position && editor.getModel()?.getOffsetAt(position)) ?? 0;
};

/**
 * Runs what stands in the editors, by a button or by Ctrl+Enter. GraphiQL's own way to run refuses some of it before the
 * page hears of it, adds fields to what was written, and knows the operation's name only a moment after it was typed.
 * @returns how to run; of several operations the one that was chosen
 */
export function useRunEditors({ run: last, start }: Runs): () => void {
  const t = useMessages();
  const { queryEditor, variableEditor, responseEditor, chosen } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
    chosen: state.operationName,
  }));
  const run = useCallback(
    (operationName: string | undefined) => {
      const query = queryEditor?.getValue() ?? '';
      const variables = variableEditor?.getValue() ?? '';
      start({ query, variables, operationName });
    },
    [queryEditor, variableEditor, start],
  );
  const shown = forRawView(last, t('raw.tooLong'));
  useEffect(() => {
    responseEditor?.setValue(shown ? JSON.stringify(shown, null, 2) : '');
  }, [responseEditor, shown]);
  const latest = useRef({ run, chosen });
  latest.current = { run, chosen };
  useEffect(() => {
    const actions = [queryEditor, variableEditor].map((editor) =>
      // Later than GraphiQL's own action of the same key, and so in place of it.
      editor?.addAction({
        id: 'concord-run',
        label: 'Run',
        keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
        run: () => {
          const { run: now, chosen: name } = latest.current;
          const here = editor === queryEditor && operationAt(editor.getValue(), cursorOf(editor));
          now(here || name);
        },
      }),
    );
    return () => {
      for (const action of actions) action?.dispose();
    };
  }, [queryEditor, variableEditor]);
  return useCallback(() => run(chosen), [run, chosen]);
}
