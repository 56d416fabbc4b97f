import { useMessages } from '../messages/use-messages.ts';
import type { Refused } from './run.ts';

/** The reason why the operation in the editors was not sent, with its place. */
export function NotSent({ why }: { why: Refused }) {
  const t = useMessages();
  return (
    <p className="notice error" role="alert">
      {why.state === 'syntax-error' ? (
        <>
          {t('error.syntax-error', { line: why.line, column: why.column })}{' '}
          <span lang="en">{why.message}</span>
        </>
      ) : why.state === 'incomplete' ? (
        t('error.incomplete', { variables: why.variables.join(', ') })
      ) : 'line' in why ? (
        t(`error.${why.state}`, { line: why.line, column: why.column })
      ) : (
        t(`error.${why.state}`)
      )}
    </p>
  );
}
