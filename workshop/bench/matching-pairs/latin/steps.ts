/** A rule for letters in a context. Rules see what earlier rules left: Cyrillic still to be written, Latin that is done. */
export type Step = readonly [context: RegExp, latin: string];

/** `а a б b`: a letter and its Latin; a letter without one, `ь -`, is not written. */
function letterTable(text: string): Map<string, string> {
  const cells = text.trim().split(/\s+/);
  const table = new Map<string, string>();
  for (let i = 0; i < cells.length; i += 2) table.set(cells[i] ?? '', (cells[i + 1] ?? '').replace('-', ''));
  return table;
}

/** Writes one Cyrillic name in Latin: the steps in order, then what is left letter by letter. */
export function transliteration(steps: readonly Step[], letters: string): (name: string) => string {
  const table = letterTable(letters);
  return (name) => {
    let rest = name.toLowerCase();
    for (const [context, latin] of steps) rest = rest.replace(context, latin);
    const latin = rest.replace(/[\p{Script=Cyrillic}']/gu, (letter) => {
      const written = table.get(letter);
      if (written === undefined) throw new Error(`no Latin for ${letter} in ${name}`);
      return written;
    });
    return latin.charAt(0).toUpperCase() + latin.slice(1);
  };
}

/** Where е, ё, ю, я stand for two sounds: at the start, after a vowel (perhaps written already) or a separating sign. */
export const IOTATED = "(?<=^|[аеёиіоуыэюяьъ'aeiou])";
