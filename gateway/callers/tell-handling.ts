import type { RequestStep } from '../../server/request-step.ts';
import type { GatheredHandling } from './gathered-handling.ts';

/** Writes into the answer under which restrictions its fields may be used. */
export const tellHandling: RequestStep<{ handling: GatheredHandling }> = {
  finish(leaving, { handling }) {
    const told = handling.all();
    if (told.length === 0) return;
    leaving.result = {
      ...leaving.result,
      extensions: { ...leaving.result.extensions, handling: told },
    };
  },
};
