import { useMessages } from '../messages/use-messages.ts';
import type { OperationOrigin } from './operation-origin.ts';
import { useProposing } from './use-proposing.ts';

/** Leads from a record to the form of an operation that grows from it; nothing for officers who propose none. */
export function ProposeButton({ origin }: { origin: OperationOrigin }) {
  const t = useMessages();
  const proposeFrom = useProposing();
  if (!proposeFrom) return null;
  return (
    <button type="button" className="ask" onClick={() => proposeFrom(origin)}>
      {t('operations.propose')}
    </button>
  );
}
