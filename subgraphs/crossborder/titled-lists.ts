import type { Language } from '../../terms/enums.ts';
import { type Title, titleIn } from '../../terms/titles/title.ts';
import { titles } from '../../terms/titles/titles.ts';

interface TitledList {
  name: string;
  values: { value: string; title: string }[];
}

/** Every closed list, with the titles of its members in a language. */
export const titledLists = (language: Language): TitledList[] =>
  Object.entries(titles).map(([name, members]) => ({
    name,
    values: Object.entries<Title>(members).map(([value, title]) => ({
      value,
      title: titleIn(title, language),
    })),
  }));
