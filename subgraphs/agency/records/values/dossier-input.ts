import { z } from 'zod';
import { narrowCodes } from '../handling-code.ts';
import { inputCase } from './value.ts';
import {
  isListField,
  kindOf,
  type ListField,
  mostValues,
  type SingleField,
  type ValueField,
  valueKinds,
} from './value-kinds.ts';

type InputOf<Field extends ValueField> = (typeof valueKinds)[Field]['input'];

/** Values as they are given, each field of `DossierValues`. */
type ValuesInput = { [Field in ListField]: z.ZodDefault<z.ZodArray<InputOf<Field>>> } & {
  [Field in SingleField]: z.ZodOptional<InputOf<Field>>;
};

const inputOf = (field: ValueField): z.ZodType =>
  isListField(field)
    ? z.array(kindOf(field).input).max(mostValues[field], `at most ${mostValues[field]}`).default([])
    : kindOf(field).input.optional();

const valuesInput = Object.fromEntries(
  (Object.keys(valueKinds) as ValueField[]).map((field) => [field, inputOf(field)]),
) as ValuesInput;

/** Most cases that one dossier names. */
export const mostCases = 50;

/** A dossier as an officer, or a line of an import, gives it. */
export const dossierInput = z.strictObject({
  handlingCode: z
    .enum(narrowCodes)
    .describe('SHAREABLE takes two officers: it is proposed and countersigned later.'),
  cases: z.array(inputCase).min(1, 'at least one case').max(mostCases, `at most ${mostCases}`),
  ...valuesInput,
  status: valueKinds.status.input,
});
export type DossierInput = z.output<typeof dossierInput>;

/** The values that an amendment adds, or puts in the place of one value. */
export const additionsInput = z.strictObject(valuesInput);
export type Additions = z.output<typeof additionsInput>;
