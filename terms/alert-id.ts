import { dossierIdForm } from './agencies.ts';

/** The form of an alert's id: the prefix of its agency, `A-`, and characters as in those of dossiers. */
const alertIdPattern = new RegExp(dossierIdForm.replace(')-', ')A-'));

export const isAlertId = (id: unknown): id is string => typeof id === 'string' && alertIdPattern.test(id);
