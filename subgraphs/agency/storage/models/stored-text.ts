/** Parts that stored records are made of: a text is of a line's length, and a member of a closed list is one of it. */
export const oneOf = (values: readonly string[]) => ({ type: String, enum: [...values], required: true });
export const requiredText = { type: String, maxlength: 500, required: true };
export const optionalText = { type: String, maxlength: 500 };
