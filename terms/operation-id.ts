import { dossierIdForm } from './agencies.ts';

/** The form of a joint operation's id: the prefix of the agency that proposed it first, `O-`, and characters as in those of dossiers. */
export const operationIdForm = new RegExp(dossierIdForm.replace(')-', ')O-'));
