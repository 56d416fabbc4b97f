import type { Enums, Language } from '../enums.ts';

/** A title in each language. */
export type Title = Readonly<Record<Lowercase<Language>, string>>;

/** The members of every closed list: the enums of the SDL. */
type TitledLists = Omit<Enums, 'DecidedClass'>;

export type TitledList = keyof TitledLists;

/** A title for each member of each list, so that a member without one does not compile. */
export type TitlesOf = {
  readonly [List in TitledList]: Readonly<Record<TitledLists[List], Title>>;
};

export const titleIn = (title: Title, language: Language): string =>
  title[language.toLowerCase() as Lowercase<Language>];
