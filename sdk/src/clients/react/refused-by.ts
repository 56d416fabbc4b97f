import { ConcordError } from '../../errors/concord-error.ts';

/** The error of a call that was refused or could not be made. */
export const refusedBy = (cause: unknown): ConcordError =>
  cause instanceof ConcordError
    ? cause
    : new ConcordError({ code: 'INVALID_OPTION' }, 'The question could not be asked.', { cause });
