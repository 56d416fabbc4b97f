import { type FormEvent, useId } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { profileNamed } from './profile-named.ts';

/** Opens a profile by the id of a dossier, of a suspect or of a release. */
export function OpenForm(props: {
  id: string;
  onChange: (id: string) => void;
  onOpen: (id: string) => void;
}) {
  const { id, onChange, onOpen } = props;
  const t = useMessages();
  const field = useId();
  const named = profileNamed(id);
  const problem = id !== '' && 'problem' in named ? named.problem : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ('dossier' in named) onOpen(named.dossier);
  };
  return (
    <form onSubmit={submit} className="open">
      <label htmlFor={field}>{t('profile.id')}</label>
      <input
        id={field}
        value={id}
        onChange={(event) => onChange(event.target.value.trim().toUpperCase())}
        placeholder="BY-… / S-RU-…"
        aria-invalid={problem !== undefined}
        aria-describedby={`${field}-hint`}
        autoComplete="off"
        spellCheck={false}
      />
      <button type="submit" className="primary" disabled={!('dossier' in named)}>
        {t('profile.open')}
      </button>
      <p id={`${field}-hint`} className="hint">
        {t(problem ?? 'profile.hint')}
      </p>
    </form>
  );
}
