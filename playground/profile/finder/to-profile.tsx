import { profileNamed } from './profile-named.ts';

/** Leads to the profile of a dossier, or of the dossier of a release. */
export function ToProfile({ id, onOpen }: { id: string; onOpen: (dossier: string) => void }) {
  const named = profileNamed(id);
  if (!('dossier' in named)) return <code>{id}</code>;
  return (
    <button type="button" className="link whole" onClick={() => onOpen(named.dossier)}>
      {id}
    </button>
  );
}
