import { z } from 'zod';
import { sharedKinds } from '../../../terms/evidence.ts';
import type { Features } from './features.ts';
import {
  candidateTokens,
  inOrder,
  keyInForm,
  type MatchKeys,
  mostKeys,
  mostTokens,
  type Token,
  tokenised,
  tokenOfHit,
} from './tokens.ts';

/** The tokens of a dossier that go to the other agency's subgraph, under each key that its owner has. */
export interface TravellingTokens {
  [keyId: string]: {
    features: Features<Token>;
    tokens: Token[];
    /** The dossier's. */
    version?: number;
    /** Tokens of hits by which the other agency knows it as one of another person. */
    different?: Token[];
  };
}

/** Tokens under every key, as the other agency may have only one of them yet. */
export const travellingTokens = (
  { all }: MatchKeys,
  features: Features,
  { version, different = [] }: { version?: number; different?: readonly string[] } = {},
): string =>
  JSON.stringify(
    Object.fromEntries(
      all.map((key) => [
        keyInForm(key),
        {
          features: tokenised(key, features),
          tokens: candidateTokens([key], features),
          ...(version !== undefined && { version }),
          ...(different.length > 0 && {
            different: inOrder(different.map((reference) => tokenOfHit(key, reference))),
          }),
        },
      ]),
    ) satisfies TravellingTokens,
  );

const token = z.int().min(0);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(mostTokens.travelling);

const part = z.strictObject({ keys: list(token), slips: list(token), isKnown: z.boolean() });
const travelling = z
  .record(
    z.string().max(100),
    z.strictObject({
      features: z.strictObject({
        names: list(
          z.strictObject({
            surname: part.exactOptional(),
            givenName: part.exactOptional(),
            patronymic: part.exactOptional(),
            isExchanged: z.boolean().exactOptional(),
          }),
        ),
        births: list(
          z.strictObject({
            day: token.exactOptional(),
            swapped: token.exactOptional(),
            month: token.exactOptional(),
            year: token,
          }),
        ),
        isWoman: z.boolean().exactOptional(),
        sex: token.exactOptional(),
        birthPlace: list(token),
        nationalIds: list(z.strictObject({ kind: z.string().max(100), number: token })),
        passports: list(token),
        shared: list(z.strictObject({ kind: z.enum(sharedKinds), value: token })),
      }),
      tokens: list(token),
      version: z.int().min(1).exactOptional(),
      different: list(token).exactOptional(),
    }),
  )
  .refine((underKeys) => Object.keys(underKeys).length <= mostKeys);

/** @throws when it is not what `travellingTokens` makes */
export const readTravellingTokens = (text: string): TravellingTokens => travelling.parse(JSON.parse(text));
