import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { nonceStyles } from './style-nonce.ts';
import { provideWorkers } from './workers.ts';
import './style/page.css';

nonceStyles(document);
provideWorkers();
const page = document.getElementById('page');
if (page) createRoot(page).render(<App />);
