import { useMessages } from './messages/use-messages.ts';

/** Says that the schema is not known, without which no answer can be shown as a table. */
export function SchemaProblem({ onAgain }: { onAgain: () => void }) {
  const t = useMessages();
  return (
    <div className="notice error schema-problem" role="alert">
      {t('schema.unread')}{' '}
      <button type="button" onClick={onAgain}>
        {t('schema.readAgain')}
      </button>
    </div>
  );
}
