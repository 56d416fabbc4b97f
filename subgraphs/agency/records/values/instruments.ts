import { z } from 'zod';
import { type InstrumentKind, instrumentKinds, walletChains } from '../../../../terms/enums.ts';
import { inputText, inputValue, oneOf, optionalText, type StoredValue } from './value.ts';

/** A full card number is never recorded: the first six and the last four digits tell issuer and card well enough. */
export const instrumentInput = inputValue({
  kind: z.enum(instrumentKinds),
  account: inputText(60).optional(),
  bank: inputText().optional(),
  cardFirst6: z
    .string()
    .regex(/^\d{6}$/, 'must be the first six digits')
    .optional(),
  cardLast4: z
    .string()
    .regex(/^\d{4}$/, 'must be the last four digits')
    .optional(),
  chain: z.enum(walletChains).optional(),
  address: inputText(120).optional(),
  place: inputText().optional(),
}).superRefine((instrument, context) => {
  const needed = {
    ACCOUNT: ['account'],
    CARD: ['cardFirst6', 'cardLast4'],
    WALLET: ['chain', 'address'],
    CASH_OUT_POINT: ['place'],
  } as const satisfies Record<InstrumentKind, readonly (keyof typeof instrument)[]>;
  const optional = { ACCOUNT: ['bank'], CARD: ['bank'], WALLET: [], CASH_OUT_POINT: ['bank'] } as const;
  const required: readonly string[] = needed[instrument.kind];
  const allowed = ['kind', 'provenance', ...required, ...optional[instrument.kind]];
  for (const field of required) {
    if (!(field in instrument)) {
      context.addIssue({ code: 'custom', path: [field], message: `must be given for ${instrument.kind}` });
    }
  }
  for (const field of Object.keys(instrument).filter((name) => !allowed.includes(name))) {
    context.addIssue({ code: 'custom', path: [field], message: `is not for ${instrument.kind}` });
  }
});

/** `node` names what several dossiers may share: the same wallet, account or card has the same node. */
export type PaymentInstrument = StoredValue<z.infer<typeof instrumentInput>> & { node: string };

export const storedInstrument = {
  kind: oneOf(instrumentKinds),
  account: optionalText,
  bank: optionalText,
  cardFirst6: optionalText,
  cardLast4: optionalText,
  chain: { type: String, enum: walletChains },
  address: optionalText,
  place: optionalText,
  node: { type: String, required: true },
};
