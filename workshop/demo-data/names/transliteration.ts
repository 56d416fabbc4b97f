const vowels = 'аеёіоуыэюя';

/** Letters as ICAO Doc 9303, Part 3, Section 6 gives them for Cyrillic, where both languages have the same for them. */
const shared = tableOf(
  'а=a б=b в=v д=d е=e ж=zh з=z и=i і=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh ' +
    'щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia ’= -=-',
);
const belarusian = new Map([...shared, ...tableOf('г=h ё=io')]);
const russian = new Map([...shared, ...tableOf('г=g ё=e')]);

function tableOf(pairs: string): Map<string, string> {
  return new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.slice(2)]));
}

function letter(table: ReadonlyMap<string, string>, character: string): string {
  const latin = table.get(character);
  if (latin === undefined) throw new RangeError(`no Latin letter for ${character}`);
  return latin;
}

const capitalised = (name: string): string =>
  name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('-');

/**
 * A Russian name as in a Russian passport: letter by letter by Doc 9303 (Evgenii, Solovev, Iuliia), which order 320 of the
 * Federal Migration Service of 15 October 2012 prescribes.
 */
export const latinOfRussian = (name: string): string =>
  capitalised(Array.from(name.toLowerCase(), (character) => letter(russian, character)).join(''));

/**
 * A Belarusian name as in a Belarusian passport: Doc 9303's Belarusian letters (Siarhei, Aliaksandr, Ihar), and besides, as
 * passports are known to write, not confirmed: iotated vowels with Y at the beginning, after a vowel and after a mute
 * sign (Yauhen, Yuliya, Nadzeya, Darya; but Maryia, not Maryya), a final -ый and -ій without й (Yury), and one ts for a
 * doubled ц (Tatsiana). Order 288 of the Ministry of Internal Affairs of 9 October 2008 has J and W instead, for the
 * population register. Bearers may also choose a spelling of their own; the demo data have none of these.
 */
export function latinOfBelarusian(name: string): string {
  const letters = Array.from(
    name
      .toLowerCase()
      .replace(/(?<=[ыі])й$/, '')
      .replace(/цц/g, 'ц'),
  );
  const latin = letters.map((character, i) => {
    const previous = letters[i - 1] ?? '-';
    const plain = letter(belarusian, character);
    if (!'еёюя'.includes(character)) return plain;
    if (previous === 'ы') return `i${plain.slice(-1)}`;
    const opensSyllable = '-’ьў'.includes(previous) || vowels.includes(previous);
    return opensSyllable ? `y${plain.slice(-1)}` : plain;
  });
  return capitalised(latin.join(''));
}
