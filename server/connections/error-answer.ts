/**
 * The body of an answer that is an error of the whole request.
 * @param code one of `errorCodes`
 */
export const errorAnswer = (code: string, message: string, requestId?: string) => ({
  errors: [{ message, extensions: { code, ...(requestId !== undefined && { requestId }) } }],
});
