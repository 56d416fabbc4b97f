const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The name of the field for values of a kind in a `@oneOf` input, such as `simBox` for SIM_BOX. */
export function memberName(kind: string): string {
  const [first = '', ...others] = kind.toLowerCase().split('_');
  return [first, ...others.map(capitalised)].join('');
}

/** A value as the API takes it, from the form in which it is read, recorded and imported: with its kind beside its parts. */
export function asMember(value: object): object {
  const { kind, ...parts } = { kind: '', ...value };
  return { [memberName(kind)]: parts };
}
