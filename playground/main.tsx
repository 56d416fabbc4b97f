import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { endCancellations } from './end-cancellations.ts';
import { FailureBoundary } from './failure-boundary.tsx';
import { translator } from './messages/translate.ts';
import { nonceStyles } from './nonce-styles.ts';
import { readPreferences } from './parts/preferences.ts';
import { provideWorkers } from './provide-workers.ts';
import './style/page.css';

nonceStyles(document);
provideWorkers();
endCancellations(window);
const page = document.getElementById('page');
const { locale } = readPreferences(localStorage, navigator.languages);
if (page)
  createRoot(page).render(
    <FailureBoundary translate={translator(locale)}>
      <App />
    </FailureBoundary>,
  );
