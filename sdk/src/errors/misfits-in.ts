/** The messages of graphql-js's validation for an operation that does not fit a server's schema. */
const misfits: readonly [RegExp, (names: string[]) => string][] = [
  [/^Cannot query field "(\w+)" on type "(\w+)"/, ([field, type]) => `${type}.${field}`],
  [/^Unknown argument "(\w+)" on field "([\w.]+)"/, ([argument, field]) => `${field}(${argument}:)`],
  [/^Unknown type "(\w+)"/, ([type]) => `${type}`],
  [/^Field "(\w+)" is not defined by type "(\w+)"/, ([field, type]) => `${type}.${field}`],
  [/^Value "(\w+)" does not exist in "(\w+)" enum/, ([value, type]) => `${type}.${value}`],
  [
    /^Field "([\w.]+)" argument "(\w+)" of type "([\w![\]]+)" is required/,
    ([field, argument, type]) => `${field}(${argument}: ${type})`,
  ],
  [/^Field "([\w.]+)" of required type "([\w![\]]+)" was not/, ([field, type]) => `${field}: ${type}`],
  [
    /^Field "(\w+)" must not have a selection since type "([\w![\]]+)"/,
    ([field, type]) => `${field}: ${type}`,
  ],
  [/^Field "(\w+)" of type "([\w![\]]+)" must have a selection/, ([field, type]) => `${field}: ${type}`],
  [
    /^Variable "\$(\w+)" of type "[\w![\]]+" used in position expecting type "([\w![\]]+)"/,
    ([variable, type]) => `$${variable}: ${type}`,
  ],
];

/** Names that the server does not know, or knows in another form, as it has them now. */
export function misfitsIn(errors: readonly { message: string }[]): string[] {
  const found = errors.flatMap(({ message }) =>
    misfits.flatMap(([pattern, nameOf]) => {
      const match = pattern.exec(message);
      return match ? [nameOf(match.slice(1))] : [];
    }),
  );
  return [...new Set(found)];
}
