import { en, type MessageKey } from './en.ts';

export const isKey = (key: string): key is MessageKey => Object.hasOwn(en, key);
