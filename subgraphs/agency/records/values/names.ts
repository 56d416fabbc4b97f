import { z } from 'zod';
import { nameKinds, nameScripts } from '../../../../terms/enums.ts';
import { always, freeTexts, never } from '../formats/text/free-text.ts';
import { isSentence } from '../formats/text/looks-worded.ts';
import { refuse } from '../problem.ts';
import { inputText, inputValue } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

const scriptOf = { BELARUSIAN: 'Cyrillic', RUSSIAN: 'Cyrillic', LATIN: 'Latin' } as const;
const lettersOf = { Cyrillic: /\p{Script=Cyrillic}/u, Latin: /\p{Script=Latin}/u } as const;

export const names = listKind({
  class: 'IDENTITY',
  most: 50,
  input: inputValue({
    kind: z.enum(nameKinds),
    script: z.enum(nameScripts),
    handle: inputText().optional().describe('For HANDLE, and then the only part.'),
    surname: inputText().optional(),
    givenName: inputText().optional(),
    patronymic: inputText().optional().describe('Absent means not recorded, never that the person has none.'),
  })
    .refine((name) => (name.kind === 'HANDLE') === (name.handle !== undefined), {
      path: ['handle'],
      message: 'must be given for HANDLE, and only for it',
    })
    .refine((name) => name.kind === 'HANDLE' || name.surname !== undefined || name.givenName !== undefined, {
      path: ['surname'],
      message: 'surname or given name must be given',
    }),
  /**
   * Every part of a name has a letter of the script that it is said to be in: names are compared script by script. Letters of
   * another script beside it are kept (see `mixed-script.ts`), and a handle may be anything.
   */
  check({ provenance: _, ...name }) {
    const script = scriptOf[name.script];
    const wrong = (['surname', 'givenName', 'patronymic'] as const).filter((part) => {
      const text = name[part];
      return text !== undefined && !lettersOf[script].test(text);
    });
    if (wrong.length === 0) return { value: name };
    const message = `This has no ${script} letter, but the name’s script is given as ${name.script}: correct the script or the name, or leave the part out if it is not known.`;
    return { problems: wrong.flatMap((part) => refuse('WRONG_SCRIPT', message, part).problems) };
  },
  texts({ handle, surname, givenName, patronymic }) {
    const parts = [surname, givenName, patronymic].flatMap((part) => part ?? []);
    return [...freeTexts(always, handle), ...freeTexts(isSentence(parts) ? always : never, ...parts)];
  },
  tellsPersonApart: true,
});

export type PersonName = ValueOfKind<typeof names>;
