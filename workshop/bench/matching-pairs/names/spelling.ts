/** One name in its two official languages. */
export interface Spelling {
  readonly ru: string;
  readonly be: string;
}

export type Sex = 'male' | 'female';

/** `Иван/Іван`, Russian first; a side may be empty. */
export function spelling(text: string): Spelling {
  const [ru, be, ...rest] = text.split('/');
  if (ru === undefined || be === undefined || rest.length > 0)
    throw new Error(`not Russian/Belarusian: ${text}`);
  return { ru, be };
}
