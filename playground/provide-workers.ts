/** File names of the bundle, known only once it is built. */
declare const EDITOR_WORKER: string;
declare const JSON_WORKER: string;
declare const GRAPHQL_WORKER: string;

const fileOf = (label: string): string =>
  label === 'graphql' ? GRAPHQL_WORKER : label === 'json' ? JSON_WORKER : EDITOR_WORKER;

/** Has the editor start its workers from files beside this one, never from a `blob:`, which the policy refuses. */
export function provideWorkers(): void {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker: (_id: string, label: string) =>
        new Worker(new URL(fileOf(label), import.meta.url), { type: 'module' }),
    },
  });
}
