import { callerError } from '../../../../server/errors.ts';
import { ivOf, openText, sealText } from '../../../../server/seal-text.ts';
import type { Mandate } from '../../../../terms/mandate.ts';
import type { Viewer } from '../../../../terms/viewer.ts';

/** The use for which the key that seals the cursors of an agency's lists is derived. */
export const cursorKeyUse = 'concord list cursors, version 1';

/** In characters: a budget's name has an officer's subject in it. */
const longest = 2_000;

/** The cursors of one viewer under one mandate: another's, of another mandate or of another list open nothing. */
export interface Cursors {
  /** @param list names the list with all that it was asked by, but for the page */
  seal(list: string, position: string): Promise<string>;
  /** @throws BAD_USER_INPUT, the same whatever is wrong with it */
  open(list: string, cursor: string): Promise<string>;
}

/** @param key of 32 bytes, of the agency alone: whoever could make cursors could ask where in a list a record would stand */
export function cursorsOf(
  key: Buffer,
  { viewer, mandate }: { viewer: Pick<Viewer, 'agency' | 'subject'>; mandate: Mandate },
): Cursors {
  const { purpose, legalBasis, case: caseNumber = null } = mandate;
  const boundTo = (list: string) =>
    JSON.stringify([viewer.agency, viewer.subject, purpose, legalBasis, caseNumber, list]);
  const refuse = (): never => {
    throw callerError(
      'BAD_USER_INPUT',
      '`after` must be the `endCursor` of an earlier page of this list, asked by you and under the same mandate.',
    );
  };
  // Lists that continue from one cursor go on in the same tick, so that their loaders read them together.
  const opened = new Map<string, Promise<string>>();
  return {
    seal(list, text) {
      const sealed = { text, boundTo: boundTo(list) };
      return sealText(key, sealed, ivOf(key, sealed));
    },
    open(list, text) {
      const name = JSON.stringify([list, text]);
      const found =
        opened.get(name) ?? openText(key, { text, boundTo: boundTo(list) }, { longest }).catch(refuse);
      opened.set(name, found);
      return found;
    },
  };
}
