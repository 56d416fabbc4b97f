import { z } from 'zod';
import { narrowCodes } from '../handling-code.ts';
import * as conduct from './conduct.ts';
import { contactInput } from './contacts.ts';
import { documentInput } from './documents.ts';
import { infrastructureInput } from './infrastructure.ts';
import { instrumentInput } from './instruments.ts';
import { nameInput } from './names.ts';
import { birthInput, birthPlaceInput, citizenshipInput, sexInput } from './person.ts';

/** How many values of a kind one dossier may hold, in one request and in all. */
export const mostValues = {
  names: 50,
  citizenships: 10,
  documents: 50,
  contacts: 100,
  instruments: 100,
  infrastructure: 200,
  roles: 20,
  memberships: 20,
  offences: 100,
  measures: 100,
  harms: 50,
} as const;

const list = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item).max(most, `at most ${most}`).default([]);

/** Values as they are given, each field of `DossierValues`. */
export const valuesInput = {
  names: list(nameInput, mostValues.names),
  birth: birthInput.optional(),
  birthPlace: birthPlaceInput.optional(),
  sex: sexInput.optional(),
  citizenships: list(citizenshipInput, mostValues.citizenships),
  documents: list(documentInput, mostValues.documents),
  contacts: list(contactInput, mostValues.contacts),
  instruments: list(instrumentInput, mostValues.instruments),
  infrastructure: list(infrastructureInput, mostValues.infrastructure),
  roles: list(conduct.roleInput, mostValues.roles),
  memberships: list(conduct.membershipInput, mostValues.memberships),
  offences: list(conduct.offenceInput, mostValues.offences),
  measures: list(conduct.measureInput, mostValues.measures),
  harms: list(conduct.harmInput, mostValues.harms),
};

/** A dossier as an officer, or a line of an import, gives it. */
export const dossierInput = z.strictObject({
  handlingCode: z
    .enum(narrowCodes)
    .describe('SHAREABLE takes two officers: it is proposed and countersigned later.'),
  cases: z.array(conduct.inputCase).min(1, 'at least one case').max(50, 'at most 50'),
  ...valuesInput,
  status: conduct.statusInput,
});
export type DossierInput = z.output<typeof dossierInput>;

/** What an amendment adds, or puts in the place of one value. */
export const additionsInput = z.strictObject({ ...valuesInput, status: conduct.statusInput.optional() });
export type Additions = z.output<typeof additionsInput>;
