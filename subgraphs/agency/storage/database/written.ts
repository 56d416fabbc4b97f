/**
 * The outcome of a write on the condition of a version. After a conflict nothing is written: somebody wrote the record
 * since it was read.
 */
export type Written = 'WRITTEN' | 'CONFLICT';
