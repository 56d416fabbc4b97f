import { useMessages } from '../../messages/use-messages.ts';
import type { Linked } from './linked.ts';

/** Says that the query in the editor came with a link, or why one did not. */
export function LinkNotice({ linked }: { linked: Linked }) {
  const t = useMessages();
  if (linked.state === 'none') return null;
  return (
    <p className="notice" role="status">
      {linked.state === 'shown' ? t('link.shown') : t(`link.${linked.why}`)}
    </p>
  );
}
