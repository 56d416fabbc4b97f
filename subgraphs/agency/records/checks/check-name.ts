import { type Outcome, refuse } from '../problem.ts';
import type { Content } from '../values/checked-value.ts';
import type { Additions } from '../values/dossier-input.ts';

const scriptOf = { BELARUSIAN: 'Cyrillic', RUSSIAN: 'Cyrillic', LATIN: 'Latin' } as const;
const lettersOf = { Cyrillic: /\p{Script=Cyrillic}/u, Latin: /\p{Script=Latin}/u } as const;

/**
 * Every part of a name has a letter of the script that it is said to be in: names are compared script by script. Letters of
 * another script beside it are kept (see `mixed-script.ts`), and a handle may be anything.
 */
export function checkName({ provenance: _, ...name }: Additions['names'][number]): Outcome<Content<'names'>> {
  const script = scriptOf[name.script];
  const wrong = (['surname', 'givenName', 'patronymic'] as const).filter((part) => {
    const text = name[part];
    return text !== undefined && !lettersOf[script].test(text);
  });
  if (wrong.length === 0) return { value: name };
  const message = `This has no ${script} letter, but the name’s script is given as ${name.script}: correct the script or the name, or leave the part out if it is not known.`;
  return { problems: wrong.flatMap((part) => refuse('WRONG_SCRIPT', message, part).problems) };
}
