import type { NameScript } from '../../../../terms/enums.ts';
import { cyrillic, russian } from './letters/cyrillic.ts';
import { latin } from './letters/latin.ts';
import type { Readings } from './letters/readings.ts';

const tables: Readonly<Record<NameScript, Readings>> = {
  // Letters that stayed from the other script, such as ё in Latin text, are what they are.
  BELARUSIAN: { ...latin, ...cyrillic },
  RUSSIAN: { ...latin, ...cyrillic, ...russian },
  LATIN: { ...cyrillic, ...latin },
};

const longest = Math.max(...Object.keys(tables.LATIN).map((run) => run.length));

/** More readings than a name needs; a text made to have more has the likeliest. */
const mostReadings = 16;
const mostChoices = 64;

/** The sounds of a letter that no table has: those of the letter without its marks. */
function soundsOfOther(letter: string, table: Readings): readonly string[] {
  const bare = letter.normalize('NFD').charAt(0);
  return (Object.hasOwn(table, bare) && table[bare]) || [''];
}

/** The runs of a word, the longest first, each as the table reads it. */
function runsIn(word: string, table: Readings): { run: string; sounds: readonly string[] }[] {
  const marked = `^${word}$`;
  const runs = [];
  for (let at = 0; at < marked.length; ) {
    let length = Math.min(longest, marked.length - at);
    while (length > 1 && !Object.hasOwn(table, marked.slice(at, at + length))) length--;
    const run = marked.slice(at, at + length);
    at += length;
    if (run === '^' || run === '$') continue;
    runs.push({ run, sounds: (Object.hasOwn(table, run) && table[run]) || soundsOfOther(run, table) });
  }
  return runs;
}

/** Choices of one in each of some lists, by their places, the first of each first; each further choice is one place further. */
function* choicesIn(sizes: readonly number[]): Generator<readonly number[]> {
  let level: { choice: number[]; from: number }[] = [{ choice: sizes.map(() => 0), from: 0 }];
  while (level.length > 0) {
    for (const { choice } of level) yield choice;
    level = level.flatMap(({ choice, from }) =>
      sizes.flatMap((size, at) => {
        const next = (choice[at] ?? 0) + 1;
        return at >= from && next < size ? [{ choice: choice.with(at, next), from: at }] : [];
      }),
    );
  }
}

/**
 * The readings of a word, the likeliest first; what is no letter is left out. A run of letters that stands twice is read both times
 * alike, since who writes a name keeps to one standard in it.
 */
export function readingsOf(word: string, script: NameScript): string[] {
  const runs = runsIn(word, tables[script]);
  const unsure = new Map(
    runs.filter(({ sounds }) => sounds.length > 1).map(({ run, sounds }) => [run, sounds]),
  );
  const places = [...unsure.keys()];
  const readings = new Set<string>();
  let tried = 0;
  for (const choice of choicesIn([...unsure.values()].map(({ length }) => length))) {
    if (readings.size === mostReadings || tried++ === mostChoices) break;
    readings.add(runs.map(({ run, sounds }) => sounds[choice[places.indexOf(run)] ?? 0]).join(''));
  }
  return [...readings];
}
