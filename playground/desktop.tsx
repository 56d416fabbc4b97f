import { lazy, Suspense, useState } from 'react';
import { DeskContext, useNewDesk } from './desk.ts';
import { MandateBar } from './mandate/mandate-bar.tsx';
import { useMessages } from './messages/use-messages.ts';
import type { Preferences } from './preferences.ts';
import { Profile, type Wanted } from './profile/profile.tsx';
import { useSchema } from './schema.ts';
import { TabBar } from './tab-bar.tsx';
import type { Officer } from './wire/session.ts';

// The editor is nine tenths of the page, and nobody needs it to sign in.
const Workspace = lazy(() =>
  import('./query/workspace.tsx').then((module) => ({ default: module.Workspace })),
);

type View = 'query' | 'profile';

/** What an officer works at: his mandate above, and below it the queries or a person’s profile. */
export function Desktop(props: {
  officer: Officer;
  preferences: Preferences;
  onPrefer: (changed: Partial<Preferences>) => void;
  onSignedOut: () => void;
}) {
  const { officer, preferences, onPrefer, onSignedOut } = props;
  const t = useMessages();
  const desk = useNewDesk(officer, onSignedOut);
  const known = useSchema((informationClass) => t('schema.class', { class: informationClass }));
  const [view, setView] = useState<View>('query');
  const [wanted, setWanted] = useState<Wanted>();
  const openProfile = (id: string) => {
    setWanted({ id });
    setView('profile');
  };
  return (
    <DeskContext value={desk}>
      <MandateBar />
      <nav aria-label={t('page.views')}>
        <TabBar
          label={t('page.views')}
          tabs={{ query: t('view.query'), profile: t('view.profile') }}
          current={view}
          onChoose={setView}
        />
      </nav>
      <main id="panel-query" hidden={view !== 'query'} className="workspace">
        <Suspense fallback={<p className="wait">{t('page.loading')}</p>}>
          <Workspace known={known} preferences={preferences} onPrefer={onPrefer} onProfile={openProfile} />
        </Suspense>
      </main>
      <main id="panel-profile" hidden={view !== 'profile'}>
        <Profile wanted={wanted} />
      </main>
    </DeskContext>
  );
}
