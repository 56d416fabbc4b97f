import { useMessages } from '../messages/use-messages.ts';
import type { AskedRecord } from './asked-record.ts';
import { useAsking } from './use-asking.ts';

/** Leads from a record to the form of a request about it; nothing for officers who draft none. */
export function AskButton({ subject }: { subject: AskedRecord }) {
  const t = useMessages();
  const askAbout = useAsking();
  if (!askAbout) return null;
  return (
    <button type="button" className="ask" onClick={() => askAbout(subject)}>
      {t(subject.kind === 'hit' ? 'ask.hit' : 'ask.link')}
    </button>
  );
}
