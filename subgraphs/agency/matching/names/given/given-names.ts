import type { GivenNameRow } from './given-name-row.ts';
import { mensNames } from './mens-names.ts';
import { neighboursNames } from './neighbours-names.ts';
import { womensNames } from './womens-names.ts';

/**
 * Given names that the languages write by tradition and not by sound, and those that are told from each other although they sound
 * alike. Names that are of one origin and are borne as two, such as Иван and Ян, are two rows.
 *
 * Source: the tables of names in the dictionaries of personal names of the languages (their usual legal forms). Short forms are in
 * `short-forms.ts`, since a person has one in speech and not on record.
 */
export const givenNames: readonly GivenNameRow[] = [...mensNames, ...womensNames, ...neighboursNames];
