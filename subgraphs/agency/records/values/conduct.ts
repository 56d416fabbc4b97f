import { z } from 'zod';
import {
  groupRanks,
  measureKinds,
  measureStates,
  proceduralStages,
  roleKinds,
} from '../../../../terms/enums.ts';
import { caseForm } from '../../../../terms/mandate.ts';
import {
  inputPartialDate,
  inputText,
  inputValue,
  oneOf,
  optionalText,
  requiredText,
  type StoredValue,
  storedPartialDate,
} from './value.ts';

export const inputCase = z
  .string()
  .regex(new RegExp(caseForm), 'must be a case number such as BY-2026-000001');

export const roleInput = inputValue({
  kind: z.enum(roleKinds),
  coerced: z.boolean().optional().describe('Only of MONEY_MULE.'),
}).refine((role) => role.kind === 'MONEY_MULE' || role.coerced === undefined, {
  path: ['coerced'],
  message: 'is for MONEY_MULE only',
});
export type CriminalRole = StoredValue<z.infer<typeof roleInput>>;
export const storedRole = { kind: oneOf(roleKinds), coerced: Boolean };

/** Membership of a group that is a record of its own. */
export const membershipInput = inputValue({ group: z.string().max(40), rank: z.enum(groupRanks) });
export type Membership = StoredValue<z.infer<typeof membershipInput>>;
export const storedMembership = { group: requiredText, rank: oneOf(groupRanks) };

export const offenceInput = inputValue({
  article: inputText(20).describe("Number of an article of the owner's criminal code, such as `159.3`."),
  committedOn: inputPartialDate,
  case: inputCase.optional(),
});
export type Offence = StoredValue<z.infer<typeof offenceInput>>;
export const storedOffence = {
  article: requiredText,
  committedOn: storedPartialDate,
  case: optionalText,
};

export const statusInput = inputValue({ stage: z.enum(proceduralStages) });
export type Status = StoredValue<z.infer<typeof statusInput>>;
export const storedStatus = { stage: oneOf(proceduralStages) };

/** States of a measure that has not been taken yet: TACTICAL, while those taken are CASE. */
export const plannedStates: readonly string[] = ['PLANNED', 'AUTHORISED'];

export const measureInput = inputValue({
  kind: z.enum(measureKinds),
  state: z.enum(measureStates),
  date: inputPartialDate,
  ground: inputText().describe(
    "A provision of the agency's closed list, by its citation, such as `Code of Criminal Procedure, Article 208`.",
  ),
  case: inputCase.optional(),
});
export type Measure = StoredValue<z.infer<typeof measureInput>>;
export const storedMeasure = {
  kind: oneOf(measureKinds),
  state: oneOf(measureStates),
  date: storedPartialDate,
  ground: requiredText,
  case: optionalText,
};

/** How many were harmed and by how much; never who: no name of a victim is recorded. */
export const harmInput = inputValue({
  victims: z.int().min(0).max(10_000_000),
  loss: z
    .string()
    .regex(/^\d{1,15}(\.\d{1,2})?$/, 'must be a decimal amount such as 1200.50')
    .describe('Decimal, in units of the currency, such as `1200.50`.'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code of three letters (ISO 4217)'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('Where the victims live, ISO 3166-1 alpha-2.'),
});
export type Harm = StoredValue<z.infer<typeof harmInput>>;
export const storedHarm = {
  victims: { type: Number, required: true },
  loss: requiredText,
  currency: requiredText,
  country: optionalText,
};

/** Stages that clear a person: what was held on him has lost its ground. */
export const clearingStages: readonly string[] = ['DISCONTINUED', 'ACQUITTED'];

export const isClearing = (stage: string): boolean => clearingStages.includes(stage);

/** A dossier that cleared its person takes nothing new, and nothing of it is released. */
export const isCleared = ({ status }: { status: Status }): boolean => isClearing(status.stage);
