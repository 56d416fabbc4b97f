import { useEffect, useState } from 'react';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import type { Address } from '../desk/address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Finder } from './finder/finder.tsx';
import { PersonView } from './person-view.tsx';
import { SurroundingsView } from './surroundings-view.tsx';
import { usePerson } from './use-person.ts';

/**
 * Finds a person, and shows them as both agencies know them, each gap with its reason, and their surroundings.
 * @param props `here` is the place in the page, whose dossier is shown; one that did not come about in this page is not asked for
 * by itself
 */
export function Profile(props: { here: Address; isOwn: boolean; onOpen: (dossier: string) => void }) {
  const { here, isOwn, onOpen } = props;
  const t = useMessages();
  const { missing } = useDesk();
  const { person, open, close } = usePerson();
  const [id, setId] = useState('');
  const asked = person.state === 'none' ? undefined : person.id;
  const openAt = (dossier: string) => (dossier === asked ? void open(dossier) : onOpen(dossier));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate is no wish to ask again
  useEffect(() => {
    if (here.view !== 'profile' || here.dossier === asked) return;
    if (here.dossier === undefined) return close();
    setId(here.dossier);
    if (isOwn) void open(here.dossier);
    else close();
  }, [here, isOwn]);
  const isShown = person.state === 'told' && person.profile.state === 'answered';
  const again = () => person.state !== 'none' && void open(person.id);
  return (
    <div className="profile">
      <Finder
        id={id}
        onChange={setId}
        onOpen={openAt}
        shown={isShown ? person : undefined}
        isWanted={here.dossier !== undefined}
      />
      <div aria-live="polite">
        {person.state === 'asking' && <p>{t('editor.sending')}</p>}
        {person.state === 'none' && missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
        {person.state === 'none' && here.view === 'profile' && here.dossier && !isOwn && (
          <p className="notice">{t('profile.followed')}</p>
        )}
      </div>
      {person.state === 'told' && person.profile.state === 'no-mandate' && (
        <Notices outcome={person.profile} />
      )}
      {person.state === 'told' && person.profile.state !== 'no-mandate' && (
        <>
          <Stamp asked={person.asked} onAgain={again} />
          <Notices
            outcome={person.profile}
            besides={person.surroundings?.state === 'answered' ? [person.surroundings.answer] : []}
            onAgain={again}
          />
          {person.profile.state === 'answered' && (
            <PersonView asked={person.id} answer={person.profile.answer} onOpen={openAt} />
          )}
          {person.surroundings === undefined ? (
            <p>{t('editor.sending')}</p>
          ) : person.surroundings.state === 'answered' ? (
            <SurroundingsView key={person.asked.at} answer={person.surroundings.answer} onOpen={openAt} />
          ) : (
            <p className="notice error">{t('surroundings.failed')}</p>
          )}
        </>
      )}
    </div>
  );
}
