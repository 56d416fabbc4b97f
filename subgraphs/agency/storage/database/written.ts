/** How a write on the condition of a version ends. After a conflict nothing is written: somebody wrote the record since it was read. */
export type Written = 'WRITTEN' | 'CONFLICT';
