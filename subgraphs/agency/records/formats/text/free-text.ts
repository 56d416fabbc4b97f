/** A text that an officer has typed into a value, and whether it says words by its form. */
export interface FreeText {
  text: string;
  isWorded: boolean;
}

/** The rule for texts that have no form: each is taken for words. */
export const always = () => true;

/** The rule for texts whose form is checked, such as an address or a hash: they are words only by a marked term. */
export const never = () => false;

/** The texts that were given, each judged by the same rule. */
export const freeTexts = (
  isWorded: (text: string) => boolean,
  ...texts: readonly (string | undefined)[]
): FreeText[] => texts.flatMap((text) => (text === undefined ? [] : [{ text, isWorded: isWorded(text) }]));

/** The free texts of a kind of value that has numbers, dates and members of closed lists alone. */
export const noFreeTexts = (): FreeText[] => [];
