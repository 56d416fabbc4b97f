import { hasMarksWithoutEnd } from '../../../../../terms/composed.ts';
import type { ProblemCode } from '../../../../../terms/enums.ts';
import type { Problem } from '../../problem.ts';

/**
 * Characters that no recorded text may hold. Two names that look the same must be the same, and what is shown must be in
 * the order in which it is stored ("Trojan Source", CVE-2021-42574).
 */
const refused: readonly { code: ProblemCode; characters: RegExp; what: string }[] = [
  {
    code: 'BIDIRECTIONAL_CHARACTER',
    characters: /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
    what: 'reorders the text around it',
  },
  {
    // Zero-width characters, fillers, tags and variation selectors; U+2800 is the blank of Braille.
    code: 'INVISIBLE_CHARACTER',
    characters: /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u,
    what: 'cannot be seen',
  },
  {
    // Line breaks among them; also halves of surrogate pairs, private use, and U+FFFD, which stands for what was lost.
    code: 'CONTROL_CHARACTER',
    characters: /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\uFFFD\p{Noncharacter_Code_Point}]/u,
    what: 'does not belong in a text',
  },
];

const anyRefused = new RegExp(refused.map(({ characters }) => characters.source).join('|'), 'u');

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first of each sort that the text holds; a character is of one sort. */
export function characterProblems(text: string): Problem[] {
  if (hasMarksWithoutEnd(text)) {
    const message = 'More than 30 marks stand on one letter; type the text again without them.';
    return [{ path: '', code: 'INVISIBLE_CHARACTER', message }];
  }
  if (!anyRefused.test(text)) return [];
  const found = new Map<ProblemCode, Problem>();
  [...text].forEach((character, index) => {
    const sort = refused.find(({ characters }) => characters.test(character));
    if (!sort || found.has(sort.code)) return;
    const message = `Character ${index + 1}, ${nameOf(character)}, ${sort.what}; type the text again without it.`;
    found.set(sort.code, { path: '', code: sort.code, message });
  });
  return [...found.values()];
}
