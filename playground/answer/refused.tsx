import { isKey } from '../messages/is-key.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ShownText } from '../parts/shown-text.tsx';
import type { Refusal } from './refusal.ts';

/** Says that an action was refused, as which member of its result, and that nothing was written. */
export function Refused({ refusal: { member, message } }: { refusal: Refusal }) {
  const t = useMessages();
  const reason = `refusal.${member}`;
  return (
    <div className="notice refused" role="alert" data-member={member}>
      <p>
        <strong>{t('refusal.title')}</strong> <code>{member}</code> {t('refusal.nothingWritten')}
      </p>
      {isKey(reason) && <p>{t(reason)}</p>}
      {message && (
        <p lang="en">
          <ShownText>{message}</ShownText>
        </p>
      )}
    </div>
  );
}
