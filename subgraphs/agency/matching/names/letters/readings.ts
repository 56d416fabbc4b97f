/**
 * Runs of letters to their sounds, several where standards disagree, the likeliest first. `^` before a run and `$` after it are the
 * ends of a word.
 *
 * Sounds are codes of one letter that agree across scripts and standards. Vowels are four, since Belarusian writes them as they are
 * spoken (аканне and яканне: Каваленка of Коваленко, Сяргей of Сергей) and Latin spells them in many ways: `A` а о, `E` е ё э я,
 * `I` и і ы й, `U` у ю. Consonants: `B V G D K L M N P R S T F` as in English, `X` ж, `H` х, `Q` ц, `C` ч, `W` ш. з is `S` too, as
 * German writes both with s: Kusnezow, Saizew.
 */
export type Readings = Readonly<Record<string, readonly string[]>>;
