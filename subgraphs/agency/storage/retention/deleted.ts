/** The number of records that a command has deleted. */
export const deleted = async (deleting: PromiseLike<{ deletedCount: number }>): Promise<number> =>
  (await deleting).deletedCount;
