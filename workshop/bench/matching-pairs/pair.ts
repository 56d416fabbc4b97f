export const SCRIPTS = ['be', 'ru', 'latn'] as const;
export type Script = (typeof SCRIPTS)[number];

export const LABELS = ['same', 'different'] as const;
export type Label = (typeof LABELS)[number];

/** A person as one record has them. `birth` is `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or empty; `patronymic` may be empty. */
export interface WrittenIdentity {
  script: Script;
  surname: string;
  given: string;
  patronymic: string;
  birth: string;
}

/** Two records and the truth about them: one person, or two. */
export interface LabelledPair {
  /** What makes the pair hard; a generator's own word, so a list gathered elsewhere may have kinds of its own. */
  kind: string;
  a: WrittenIdentity;
  b: WrittenIdentity;
  label: Label;
  /** For the reader of a wrong verdict: the spellings used, and what was changed. */
  note: string;
}
