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

/** Parts that stored records are made of: a text is of a line's length, and a member of a closed list is one of it. */
export const oneOf = (values: readonly string[]) => ({ type: String, enum: [...values], required: true });
export const requiredText = { type: String, maxlength: 500, required: true };
export const optionalText = { type: String, maxlength: 500 };
