import { createContext, createElement, type ReactElement, type ReactNode, useContext } from 'react';
import type { ConcordClient } from '../../concord-client.ts';
import { ConcordError } from '../../errors/concord-error.ts';

const Client = createContext<ConcordClient | undefined>(undefined);

/** Gives the components inside it a client. Under another mandate give another client: nothing of the first is shown any more. */
export const ConcordProvider = ({
  client,
  children,
}: {
  client: ConcordClient;
  children?: ReactNode;
}): ReactElement => createElement(Client.Provider, { value: client }, children);

/** The client of the provider around a component. */
export function useConcord(): ConcordClient {
  const client = useContext(Client);
  if (client) return client;
  throw new ConcordError(
    { code: 'INVALID_OPTION' },
    'There is no <ConcordProvider client={…}> around this component.',
  );
}
