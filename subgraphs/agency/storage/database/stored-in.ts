/** The options of the records of a collection: nothing that the model does not name is stored or asked for, and only `database.ts` makes indexes. */
export const storedIn = (collection: string) =>
  ({
    collection,
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
  }) as const;

/** The options of a part of a record. */
export const partOptions = { _id: false, strict: 'throw' } as const;
