import { z } from 'zod';
import { isDossierId } from './agencies.ts';
import {
  type DocumentKind,
  documentKinds,
  type EvidenceKind,
  evidenceKinds,
  evidenceOutcomes,
  matchBands,
  nameScripts,
  sexes,
} from './enums.ts';

/**
 * The schemas of an exchange between crossborder and the agencies in a search: the question, and an agency's answer.
 * Both ends read it with these schemas, as neither can simply trust the other.
 */

const text = z.string().min(1).max(200);

/** One way to read a name that was heard: what is taken for which part, and for which script. */
const nameReading = z.strictObject({
  script: z.enum(nameScripts),
  surname: text.optional(),
  givenName: text.optional(),
  patronymic: text.optional(),
});
export type NameReading = z.infer<typeof nameReading>;

/** Criteria in the form in which agencies record: a phone in E.164, numbers without what stands between their digits. */
export const searchCriteria = z.strictObject({
  names: z.array(nameReading).min(1).max(8).optional(),
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  birthDate: text.optional(),
  birthPlace: z.strictObject({ country: text, place: text }).optional(),
  sex: z.enum(sexes).optional(),
  document: z
    .strictObject({
      issuer: text,
      kind: z.enum(documentKinds).exclude(['OTHER']),
      number: text,
    })
    .optional(),
  phone: text.optional(),
  email: text.optional(),
  messenger: z.strictObject({ service: text, account: text }).optional(),
  account: text.optional(),
  card: z.strictObject({ first6: text, last4: text }).optional(),
  wallet: z.strictObject({ chain: text, address: text }).optional(),
  imei: text.optional(),
});
export type SearchCriteria = z.infer<typeof searchCriteria>;

/** The question to one agency. It is encoded as the key of the entity that the agency answers for. */
const searchQuestion = z.strictObject({ criteria: searchCriteria });
export type SearchQuestion = z.infer<typeof searchQuestion>;

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (value: unknown): unknown => JSON.parse(Buffer.from(String(value), 'base64url').toString());

export const encodeQuestion = (question: SearchQuestion): string => encoded(question);

/** @throws when it is no question */
export const decodeQuestion = (given: unknown): SearchQuestion => searchQuestion.parse(decoded(given));

const evidence = z.strictObject({
  kind: z.enum(evidenceKinds),
  outcome: z.enum(evidenceOutcomes),
  weight: z.number().nullable(),
});

const ofAnyRecord = {
  band: z.enum(matchBands).nullable(),
  isAssociation: z.boolean(),
  evidence: z.array(evidence),
};

/** A dossier that the viewer may see. */
const visibleMatch = z.strictObject({
  ...ofAnyRecord,
  dossier: z.string().refine(isDossierId),
  /** The other agencies' dossiers that confirmed links join to it. */
  samePersonAs: z.array(z.string().refine(isDossierId)),
  score: z.number(),
});
export type VisibleMatch = z.infer<typeof visibleMatch>;

/** A match that the viewer may not see: neither its id nor its score, and only the kinds that agreed. */
const hitMatch = z.strictObject({
  ...ofAnyRecord,
  band: z.enum(matchBands),
  hit: z.strictObject({ reference: text, until: z.iso.datetime() }),
});
export type HitMatch = z.infer<typeof hitMatch>;

/** The most matches that an agency tells of one search; who needs more has asked too broadly. */
export const mostMatches = 100;

const searchAnswer = z.strictObject({
  /** The likeliest first. */
  matches: z.array(z.union([visibleMatch, hitMatch])).max(mostMatches),
  /** There are more. */
  isCut: z.boolean(),
  /** Dossiers that are not re-keyed yet are not found by name. */
  isRekeying: z.boolean().optional(),
  /** The time at which the agency answers again: its budget is spent, and it has looked nothing up. */
  renewsAt: z.iso.datetime().optional(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

export const encodeAnswer = (answer: SearchAnswer): string => JSON.stringify(answer);

/** @throws when it is no answer */
export const decodeAnswer = (given: string): SearchAnswer => searchAnswer.parse(JSON.parse(given));

/** Documents that a state gives to one person, and which contradict when they differ. */
export const nationalIdKinds = [
  'PERSONAL_NUMBER',
  'TAX_NUMBER',
  'INSURANCE_NUMBER',
] as const satisfies readonly DocumentKind[];

/** The kinds of evidence that criteria can give. */
export function kindsOf(criteria: SearchCriteria): EvidenceKind[] {
  const { names = [], document } = criteria;
  // An initial is compared at home alone, and no kind of evidence by itself.
  const has = (part: 'surname' | 'givenName' | 'patronymic') =>
    names.some((name) => (name[part]?.match(/\p{L}/gu) ?? []).length > 1);
  const isNational = nationalIdKinds.some((kind) => kind === document?.kind);
  const given: readonly (readonly [EvidenceKind, unknown])[] = [
    ['NATIONAL_ID', isNational],
    ['PASSPORT', document && !isNational],
    ['BIRTH_DATE', criteria.birthDate],
    ['SURNAME', has('surname')],
    ['GIVEN_NAME', has('givenName')],
    ['PATRONYMIC', has('patronymic')],
    ['BIRTH_PLACE', criteria.birthPlace],
    ['SEX', criteria.sex],
    ['PHONE', criteria.phone],
    ['EMAIL', criteria.email],
    ['MESSENGER', criteria.messenger],
    ['ACCOUNT', criteria.account],
    ['CARD', criteria.card],
    ['WALLET', criteria.wallet],
    ['IMEI', criteria.imei],
  ];
  return given.filter(([, value]) => Boolean(value)).map(([kind]) => kind);
}

/** Kinds that tell a person from others: sex does not, so it is no second kind beside a phone. */
export const telling = (kinds: readonly EvidenceKind[]): EvidenceKind[] =>
  kinds.filter((kind) => kind !== 'SEX');

export const tellingKindsOf = (criteria: SearchCriteria): EvidenceKind[] => telling(kindsOf(criteria));

/** Fewest kinds of evidence for a search abroad: one kind alone, such as a phone, would be a way to ask who has it. */
export const fewestKindsAbroad = 2;
