import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { FailureBoundary } from './failure.tsx';
import { translator } from './messages/messages.ts';
import { readPreferences } from './preferences.ts';
import { nonceStyles } from './style-nonce.ts';
import { provideWorkers } from './workers.ts';
import './style/page.css';

nonceStyles(document);
provideWorkers();
const page = document.getElementById('page');
const { locale } = readPreferences(localStorage, navigator.languages);
if (page)
  createRoot(page).render(
    <FailureBoundary translate={translator(locale)}>
      <App />
    </FailureBoundary>,
  );
