/**
 * Preloaded into a process (`node --import`), takes the bundled files of the project in place of their sources: its first
 * file, those that are preloaded after this one, and those of the processes that it starts with its own options.
 */
import { readFileSync } from 'node:fs';
import { type ResolveHook, register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const places: Record<string, string> = JSON.parse(
  readFileSync(new URL('places.json', import.meta.url), 'utf8'),
);

export const resolve: ResolveHook = (specifier, context, next) => {
  const url = specifier.startsWith('/') ? `file://${specifier}` : specifier;
  return next(places[url] ?? specifier, context);
};

if (isMainThread) register(import.meta.url);
