import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { provideWorkers } from '../../../../playground/provide-workers.ts';

provideWorkers();
const fetcher = async (asked: unknown) => {
  const response = await fetch('graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  });
  return response.json();
};
const page = document.getElementById('page');
const initialQuery = new URLSearchParams(location.hash.slice(1)).get('query') ?? '';
if (page) createRoot(page).render(createElement(GraphiQL, { fetcher, initialQuery }));
