/**
 * Stands among the names of a database's migrations while a restore writes into it. Every version refuses a migration
 * that it does not know, so none serves half of the records after a restore that was killed.
 */
export const unfinishedRestore = 'unfinished-restore';
