import { createContext, useContext } from 'react';
import type { AskedRecord } from './asked-record.ts';

/** Opens the form of a new request about a record; undefined for officers who draft none. */
export type AskAbout = ((subject: AskedRecord) => void) | undefined;

export const AskingContext = createContext<AskAbout>(undefined);

/** The way from a record that was found to a request about it. */
export const useAsking = (): AskAbout => useContext(AskingContext);
