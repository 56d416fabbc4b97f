import { keep, linkKey, recall } from '../../parts/keep.ts';
import { hasSignInFailed, type Linked, readLink } from './linked.ts';

/**
 * Takes what the address says, once: a link is kept while its reader signs in, which may lead them to another site and back,
 * and is no longer in the address, or each reload would put it in place of what they have made of it.
 */
export function takeAddress(): { hasSignInFailed: boolean } {
  const address = new URL(location.href);
  const linked = readLink(address);
  const hasFailed = hasSignInFailed(address);
  if (linked.state !== 'none') keep(sessionStorage, linkKey, JSON.stringify(linked));
  if (linked.state !== 'none' || hasFailed) history.replaceState(null, '', location.pathname);
  return { hasSignInFailed: hasFailed };
}

/** The link that led here, for the editors to show. */
export const linkThatLedHere = (): Linked =>
  (recall(sessionStorage, linkKey) as Linked | undefined) ?? { state: 'none' };

/** Once it is shown, it is not shown again. */
export const forgetLink = (): void => sessionStorage.removeItem(linkKey);

/** A link that is pasted into the address of the page that is already open comes like any other. */
export function followLinks(): () => void {
  const follow = () => {
    if (readLink(new URL(location.href)).state !== 'none') location.reload();
  };
  addEventListener('hashchange', follow);
  return () => removeEventListener('hashchange', follow);
}
