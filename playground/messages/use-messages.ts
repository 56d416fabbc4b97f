import { createContext, useContext } from 'react';
import { type Translate, translator } from './translate.ts';

export const MessagesContext = createContext<Translate>(translator('en'));

/** The texts of the language that the officer has chosen. */
export const useMessages = (): Translate => useContext(MessagesContext);
