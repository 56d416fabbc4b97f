/** A folder with documents, and the folders whose code looks at what they answer. */
export interface Place {
  folder: string;
  /** Undefined where every file looks at its own, and at those of the files that it imports. */
  readers?: readonly string[];
  /** True where all that is answered is shown, whatever it is. */
  showsAll?: boolean;
}

/**
 * The documents that count, by folder: the playground's views, its examples, whose answers it shows whole, the client package's
 * operations with its README's programs, tests and the example page, and the tests that ask an agency or the gateway and compare what it
 * answers. They cover the schema, and each is held to the largest size.
 *
 * What is not counted either way: documents that a test puts together by code because it wants them large or strange (every field under
 * every mandate in `test/permissions/flips` and `test/permissions/leaks`, each kind of value with all its fields, random documents), as
 * nobody would write them; those of `test/gateway`, to which stand-ins answer; and those of `test/attack` and `test/chaos`, which look at
 * what is not answered.
 */
export const places: readonly Place[] = [
  { folder: 'playground/generated', readers: ['playground'] },
  { folder: 'playground/query/examples', showsAll: true },
  { folder: 'sdk/src/generated', readers: ['examples', 'test/sdk', 'test/examples'] },
  { folder: 'test/end-to-end' },
  { folder: 'test/permissions' },
  { folder: 'test/playground' },
  { folder: 'test/schema' },
  { folder: 'test/sdk' },
  { folder: 'test/subgraphs' },
];
