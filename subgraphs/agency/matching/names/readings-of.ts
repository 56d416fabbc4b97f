import type { NameScript } from '../../../../terms/enums.ts';

/**
 * Sounds of letters, as codes of one letter that agree across scripts and standards. Vowels are four, since
 * Belarusian writes them as they are spoken (аканне and яканне: Каваленка of Коваленко, Сяргей of Сергей) and Latin
 * spells them in many ways: `A` а о, `E` е ё э я, `I` и і ы й, `U` у ю.
 *
 * Consonants: `B V G D K L M N P R S T F` as in English, `X` ж, `H` х, `Q` ц, `C` ч, `W` ш. з is `S` too, as German writes
 * both with s: Kusnezow, Saizew.
 *
 * Sources: the instructions on the transliteration of Belarusian names of 2008 and of 2000 (Ministry of Internal Affairs),
 * ICAO Doc 9303 part 3 for Russian passports, GOST R 52535.1, the rules of Russian passports of 1997 (French), and
 * the usual German and Polish renderings.
 */

/** The readings of a run of letters; several where standards disagree. */
export type Readings = readonly string[];

const cyrillic: Readonly<Record<string, Readings>> = {
  а: ['A'],
  о: ['A'],
  е: ['E'],
  ё: ['E'],
  э: ['E'],
  є: ['E'],
  я: ['E'],
  и: ['I'],
  і: ['I'],
  ї: ['I'],
  ы: ['I'],
  й: ['I'],
  у: ['U'],
  ю: ['U'],
  ў: ['V'],
  б: ['B'],
  в: ['V'],
  г: ['G'],
  ґ: ['G'],
  д: ['D'],
  ж: ['X'],
  з: ['S'],
  к: ['K'],
  л: ['L'],
  м: ['M'],
  н: ['N'],
  п: ['P'],
  р: ['R'],
  с: ['S'],
  т: ['T'],
  ф: ['F'],
  х: ['H'],
  ц: ['Q'],
  ч: ['C'],
  ш: ['W'],
  щ: ['WC'],
  // Soft and hard signs have no sound of their own.
  ь: [''],
  ъ: [''],
  // Belarusian softens д and т to дз and ц before soft sounds: Дзмітрый of Дмитрий, Цімафей of Тимофей.
  дз: ['D'],
  це: ['TE'],
  цё: ['TE'],
  ці: ['TI'],
  цю: ['TU'],
  ця: ['TE'],
  ць: ['T'],
  // Before a soft в it can be either: Мацвей of Матвей, Цвяткоў of Цветков.
  цве: ['TVE', 'QVE'],
  цвё: ['TVE', 'QVE'],
  цві: ['TVI', 'QVI'],
  цвя: ['TVE', 'QVE'],
};

/** Russian writes ц before е and и where it stays ц; Belarusian would write э and ы there. */
const russian: Readonly<Record<string, Readings>> = {
  це: ['QE'],
  ця: ['QE'],
  цю: ['QU'],
  ць: ['Q'],
  цве: ['QVE'],
};

const latin: Readonly<Record<string, Readings>> = {
  a: ['A'],
  b: ['B'],
  c: ['K', 'Q'],
  d: ['D'],
  e: ['E'],
  f: ['F'],
  g: ['G'],
  h: ['G', 'H'],
  i: ['I'],
  j: ['I', 'X'],
  k: ['K'],
  l: ['L'],
  m: ['M'],
  n: ['N'],
  o: ['A'],
  p: ['P'],
  q: ['K'],
  r: ['R'],
  s: ['S'],
  t: ['T'],
  u: ['U'],
  v: ['V'],
  w: ['V'],
  x: ['KS'],
  y: ['I'],
  z: ['S', 'Q'],
  ą: ['A'],
  č: ['C'],
  ć: ['T', 'C'],
  ę: ['E'],
  ł: ['L'],
  ń: ['N'],
  ó: ['U', 'A'],
  ś: ['S'],
  š: ['W'],
  ŭ: ['V'],
  ź: ['S'],
  ż: ['X'],
  ž: ['X'],
  ä: ['E'],
  ö: ['E'],
  ü: ['U'],
  ß: ['S'],
  ya: ['E'],
  ja: ['E', 'XA'],
  ia: ['E', 'A'],
  yo: ['E'],
  jo: ['E', 'XA'],
  io: ['E', 'A'],
  ye: ['E'],
  je: ['E', 'XE'],
  ie: ['E'],
  yu: ['U'],
  ju: ['U', 'XU'],
  iu: ['U'],
  iou: ['U', 'EV'],
  jou: ['U', 'XU'],
  you: ['U', 'EV'],
  // French у, and Belarusian оў.
  ou: ['AV', 'U'],
  // Belarusian soft ц in the Polish way: Arcom of Арцём.
  ca: ['KA', 'QA', 'TE'],
  co: ['KA', 'QA', 'TE'],
  cu: ['KU', 'QU', 'TU'],
  ce: ['QE', 'SE', 'TE'],
  ci: ['QI', 'TI'],
  ch: ['C', 'H', 'W'],
  ck: ['K'],
  cz: ['C'],
  // German ж.
  sh: ['W', 'X'],
  sz: ['W'],
  sch: ['W', 'WC'],
  shch: ['WC'],
  szcz: ['WC'],
  stch: ['WC'],
  chtch: ['WC'],
  schtsch: ['WC'],
  šč: ['WC'],
  tch: ['C'],
  tsch: ['C'],
  zh: ['X'],
  rz: ['X', 'RS'],
  kh: ['H'],
  ph: ['F'],
  th: ['T'],
  ts: ['Q', 'T'],
  tz: ['Q'],
  tc: ['Q'],
  dz: ['D'],
  dzh: ['DX'],
  dsch: ['DX'],
  gue: ['GE'],
  gui: ['GI'],
  guy: ['GI'],
};

const tables: Readonly<Record<NameScript, Readonly<Record<string, Readings>>>> = {
  BELARUSIAN: cyrillic,
  RUSSIAN: { ...cyrillic, ...russian },
  LATIN: latin,
};

const longest: Readonly<Record<NameScript, number>> = { BELARUSIAN: 3, RUSSIAN: 3, LATIN: 7 };

/** More readings than any name needs; a text made to have more is cut, so that it costs no more. */
const mostReadings = 16;

/** The readings of a word, letter run by letter run, the longest first; what is no letter is left out. */
export function readingsOf(word: string, script: NameScript): string[] {
  const table = tables[script];
  let readings = [''];
  for (let at = 0; at < word.length; ) {
    let length = Math.min(longest[script], word.length - at);
    while (length > 1 && !Object.hasOwn(table, word.slice(at, at + length))) length--;
    const run = word.slice(at, at + length);
    const found = Object.hasOwn(table, run) ? (table[run] as Readings) : [''];
    const room = Math.max(1, Math.floor(mostReadings / readings.length));
    readings = readings.flatMap((reading) => found.slice(0, room).map((sound) => reading + sound));
    at += length;
  }
  return readings;
}
