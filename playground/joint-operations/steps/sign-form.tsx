import { useDesk } from '../../desk/use-desk.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { DraftShown } from '../facts/draft-shown.tsx';
import { isOwnDraft } from '../own/operation-steps.ts';
import type { StepProps } from './step-props.ts';

/**
 * A second officer's word on the step that waits, with all that a signature would make true. Whoever wrote it can drop it alone.
 * @param props `mayDrop` is true while the step can be turned down, under whichever legal basis
 */
export function SignForm({ id, half, isReady, steps, ways, mayDrop }: StepProps & { mayDrop: boolean }) {
  const t = useMessages();
  const { officer } = useDesk();
  const isOwn = isOwnDraft(half, officer.viewer);
  const decide = (approves: boolean) =>
    steps.choose('countersignOperation', { operation: id, version: half.version, approves });
  if (!half.draft) return null;
  return (
    <div className="request-form">
      {isOwn && (
        <p className="notice wide">{t('operations.ownDraft', { step: t('step.countersignOperation') })}</p>
      )}
      <section className="wide signed" aria-label={t('operationForm.signed')}>
        <DraftShown draft={half.draft} ways={ways} />
      </section>
      <p className="buttons">
        {!isOwn && (
          <button type="button" className="primary" disabled={!isReady} onClick={() => decide(true)}>
            {t('operationForm.sign')}
          </button>
        )}
        <button type="button" disabled={!mayDrop} onClick={() => decide(false)}>
          {t(isOwn ? 'operationForm.drop' : 'operationForm.turnDown')}
        </button>
      </p>
    </div>
  );
}
