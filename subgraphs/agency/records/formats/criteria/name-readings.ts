import type { NameReading } from '../../../../../terms/search-exchange.ts';
import { inOneScript } from './in-one-script.ts';
import type { NameParts } from './name-parts.ts';

type Script = NameReading['script'];

/** Letters that one language has and the other has not; an apostrophe within a word is Belarusian. */
const belarusian = /[іў]|(?<=\p{Script=Cyrillic})['’ʼ‘`](?=\p{Script=Cyrillic})/iu;
const russian = /[ищъ]/iu;

/** The scripts that a name may be in: its words are of one, unless they say otherwise. */
function scriptsOf(name: string): Script[] {
  const scripts: Script[] = /\p{Script=Latin}/u.test(name) ? ['LATIN'] : [];
  if (!/\p{Script=Cyrillic}/u.test(name)) return scripts;
  const isBelarusian = belarusian.test(name);
  const isRussian = russian.test(name);
  if (isBelarusian || !isRussian) scripts.push('BELARUSIAN');
  if (isRussian || !isBelarusian) scripts.push('RUSSIAN');
  return scripts;
}

const lettersOf: Readonly<Record<Script, RegExp>> = {
  BELARUSIAN: /\p{Script=Cyrillic}/u,
  RUSSIAN: /\p{Script=Cyrillic}/u,
  LATIN: /\p{Script=Latin}/u,
};

const partNames = ['surname', 'givenName', 'patronymic'] as const;

function inScript(parts: NameParts, script: Script): NameReading {
  const reading: NameReading = { script };
  for (const part of partNames) {
    const text = parts[part];
    if (text !== undefined && lettersOf[script].test(text)) reading[part] = text;
  }
  return reading;
}

/** The ways to read a name, in each order of its parts and each script that its letters leave open: at most six. */
export function nameReadings(orders: readonly NameParts[]): NameReading[] {
  return orders.flatMap((order) => {
    const parts: NameParts = {};
    for (const part of partNames) {
      const text = order[part];
      if (text !== undefined) parts[part] = text.split(' ').map(inOneScript).join(' ');
    }
    const name = Object.values(parts).join(' ');
    return scriptsOf(name).map((script) => inScript(parts, script));
  });
}
