import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import type { Theme } from '../parts/preferences.ts';

/** Tells the editors which theme the page has, and to break lines that do not fit rather than scroll sideways. */
export function ThemeOfEditors({ theme }: { theme: Theme }) {
  const { setTheme } = useGraphiQLActions();
  useEffect(() => setTheme(theme === 'system' ? null : theme), [theme, setTheme]);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);
  return null;
}
