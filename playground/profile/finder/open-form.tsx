import { type FormEvent, useId } from 'react';
import { isDossierId } from '../../../terms/agencies.ts';
import { useMessages } from '../../messages/use-messages.ts';

/** Opens a profile by a dossier's id. */
export function OpenForm(props: {
  id: string;
  onChange: (id: string) => void;
  onOpen: (id: string) => void;
}) {
  const { id, onChange, onOpen } = props;
  const t = useMessages();
  const field = useId();
  const isMalformed = id !== '' && !isDossierId(id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDossierId(id)) onOpen(id);
  };
  return (
    <form onSubmit={submit} className="open">
      <label htmlFor={field}>{t('profile.id')}</label>
      <input
        id={field}
        value={id}
        onChange={(event) => onChange(event.target.value.trim().toUpperCase())}
        placeholder="BY-… / RU-…"
        aria-invalid={isMalformed}
        aria-describedby={`${field}-hint`}
        autoComplete="off"
        spellCheck={false}
      />
      <button type="submit" className="primary" disabled={!isDossierId(id)}>
        {t('profile.open')}
      </button>
      <p id={`${field}-hint`} className="hint">
        {t(isMalformed ? 'profile.malformed' : 'profile.hint')}
      </p>
    </form>
  );
}
