import { useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import type { Theme } from '../preferences.ts';

/** Tells the editors which theme the page has. */
export function ThemeOfEditors({ theme }: { theme: Theme }) {
  const { setTheme } = useGraphiQLActions();
  useEffect(() => setTheme(theme === 'system' ? null : theme), [theme, setTheme]);
  return null;
}
