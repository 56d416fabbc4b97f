import { useEffect, useState } from 'react';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import { OpenForm } from './open-form.tsx';
import { PersonView } from './person-view.tsx';
import { SearchForm } from './search-form.tsx';
import { SurroundingsView } from './surroundings-view.tsx';
import { usePerson } from './use-person.ts';

/** A dossier that another part of the page wants opened; a new one each time, though it be of the same id. */
export interface Wanted {
  id: string;
}

/** Finds a person, and shows them as both agencies know them, each gap with its reason, and their surroundings. */
export function Profile({ wanted }: { wanted: Wanted | undefined }) {
  const t = useMessages();
  const { missing } = useDesk();
  const { person, open } = usePerson();
  const [id, setId] = useState('');
  const openAt = (dossier: string) => {
    setId(dossier);
    void open(dossier);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate is no wish to ask again
  useEffect(() => {
    if (wanted) openAt(wanted.id);
  }, [wanted]);
  return (
    <div className="profile">
      <OpenForm id={id} onChange={setId} onOpen={openAt} />
      <SearchForm onOpen={openAt} />
      <div aria-live="polite">
        {person.state === 'asking' && <p>{t('editor.sending')}</p>}
        {person.state === 'none' && missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
      </div>
      {person.state === 'told' && person.profile.state === 'no-mandate' && (
        <Notices outcome={person.profile} />
      )}
      {person.state === 'told' && person.profile.state !== 'no-mandate' && (
        <>
          <Stamp asked={person.asked} onAgain={() => void open(person.id)} />
          <Notices outcome={person.profile} />
          {person.profile.state === 'answered' && (
            <PersonView asked={person.id} answer={person.profile.answer} onOpen={openAt} />
          )}
          {person.surroundings.state === 'answered' ? (
            <SurroundingsView key={person.asked.at} answer={person.surroundings.answer} onOpen={openAt} />
          ) : (
            <p className="notice error">{t('surroundings.failed')}</p>
          )}
        </>
      )}
    </div>
  );
}
