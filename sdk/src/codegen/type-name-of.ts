/**
 * The name that a type has of an operation or a fragment: each of its words, which underscores part, with a capital. It is given
 * to `typescript-operations` too, so that both name the same types, and leaves all else as the document has it.
 */
export const typeNameOf = (name: string): string =>
  name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('_');
