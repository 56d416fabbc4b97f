import { useCallback, useEffect, useState } from 'react';
import { type Address, hashOf, isSameAddress, readAddress } from './address.ts';

/** The place in the page where the officer is. */
export interface Here {
  address: Address;
  /** True if the officer came here in this page; an address that was followed from elsewhere asks nothing by itself. */
  isOwn: boolean;
}

const begin = (): Here => ({ address: readAddress(location.hash) ?? { view: 'query' }, isOwn: false });

const personIn = (state: unknown): unknown => (state as { person?: unknown } | null)?.person;

/**
 * The address of the page, which Back and Forward change too.
 * @param person whose desk it is: to the places of another officer in this tab nobody goes back
 */
export function useAddress(person: string): Here & { go: (next: Address) => void } {
  const [here, setHere] = useState<Here>(begin);
  useEffect(() => {
    const follow = () => {
      const address = readAddress(location.hash) ?? (location.hash === '' ? { view: 'query' } : undefined);
      if (!address) return;
      const isOwn = personIn(history.state) === person;
      const isOthers = !isOwn && personIn(history.state) !== undefined;
      if (isOthers) history.replaceState(null, '', hashOf({ view: address.view }));
      setHere({ address: isOthers ? { view: address.view } : (address as Address), isOwn });
    };
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('popstate', follow);
      history.replaceState(null, '', location.pathname);
    };
  }, [person]);
  const go = useCallback(
    (next: Address) =>
      setHere((before) => ({
        address: isSameAddress(before.address, next) ? before.address : next,
        isOwn: true,
      })),
    [],
  );
  const hash = hashOf(here.address);
  useEffect(() => {
    if (!here.isOwn) return;
    if (location.hash !== hash) history.pushState({ person }, '', hash);
    else if (personIn(history.state) !== person) history.replaceState({ person }, '', hash);
  }, [here.isOwn, hash, person]);
  return { ...here, go };
}
