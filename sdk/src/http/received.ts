import type { AnsweredError } from '../errors/answered-error.ts';
import { ConcordError, type ErrorPlace } from '../errors/concord-error.ts';
import type { Handling } from '../visible/handling.ts';
import type { Receipt } from '../visible/receipt.ts';

/** An answer of GraphQL whose shape has been checked. */
export interface Received {
  status: number;
  requestId: string;
  /** In milliseconds. */
  retryAfter: number | undefined;
  data: Record<string, unknown> | undefined;
  errors: readonly AnsweredError[];
  receipts: readonly Receipt[];
  handling: readonly Handling[];
}

type Place = Pick<Received, 'status' | 'requestId' | 'retryAfter'>;
type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPath = (value: unknown): boolean =>
  Array.isArray(value) && value.every((key) => typeof key === 'string' || typeof key === 'number');

/** Common servers write null for what is not there. */
const isOptional = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || value === null || is(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const errorTexts = ['code', 'agency', 'requestId'];
const receiptTexts = ['coordinate', 'class', 'owner', 'reason', 'remedy'];

interface LooseError {
  message: string;
  path?: AnsweredError['path'] | null;
  extensions?: { [name in keyof NonNullable<AnsweredError['extensions']>]?: string | null } | null;
}

const isError = (value: unknown): value is LooseError =>
  isObject(value) &&
  isText(value.message) &&
  isOptional(value.path, isPath) &&
  isOptional(
    value.extensions,
    (extensions) => isObject(extensions) && errorTexts.every((name) => isOptional(extensions[name], isText)),
  );

function errorOf({ message, path, extensions }: LooseError): AnsweredError {
  const { code, agency, requestId } = extensions ?? {};
  return {
    message,
    ...(path && { path }),
    extensions: {
      ...(typeof code === 'string' && { code }),
      ...(typeof agency === 'string' && { agency }),
      ...(typeof requestId === 'string' && { requestId }),
    },
  };
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const isAdvice = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.code) &&
  isOptional(value.roles, isTexts) &&
  isOptional(value.purposes, isTexts) &&
  isOptional(value.contactPoint, isText);

const isReceipt = (value: unknown): value is Receipt =>
  isObject(value) &&
  receiptTexts.every((name) => isText(value[name])) &&
  (value.records === null || isTexts(value.records)) &&
  isOptional(value.advice, isAdvice);

const handlingTexts = ['coordinate', 'class', 'owner', 'handling'];

const isHandling = (value: unknown): value is Handling =>
  isObject(value) &&
  handlingTexts.every((name) => isText(value[name])) &&
  isOptional(value.remark, isText) &&
  isTexts(value.records);

const listOf = <T>(value: unknown, is: (item: unknown) => item is T): T[] | undefined => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) && value.every(is) ? value : undefined;
};

/** Extensions that are none could have held receipts. */
function receiptsOf(extensions: unknown): Receipt[] | undefined {
  if (extensions === undefined || extensions === null) return [];
  return isObject(extensions) ? listOf(extensions.redactions, isReceipt) : undefined;
}

/** Without them a value would look free to use. */
function handlingOf(extensions: unknown): Handling[] | undefined {
  return isObject(extensions) ? listOf(extensions.handling, isHandling) : [];
}

/**
 * Checks what a gateway has answered. A receipt that cannot be read makes all of the answer unreadable: without it a
 * withheld field would look absent.
 * @throws ConcordError ANSWER_MALFORMED
 */
export function receivedFrom(text: string, place: Place): Received {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw malformed('The answer is not whole JSON.', place);
  }
  return receivedOf(body, place);
}

const malformed = (what: string, place: ErrorPlace) =>
  new ConcordError({ code: 'ANSWER_MALFORMED' }, what, place);

/**
 * The same of an answer that is parsed already.
 * @throws ConcordError ANSWER_MALFORMED
 */
export function receivedOf(body: unknown, place: Place): Received {
  if (!isObject(body)) throw malformed('The answer is not one of GraphQL.', place);
  const errors = listOf(body.errors, isError)?.map(errorOf);
  const receipts = receiptsOf(body.extensions);
  const handling = handlingOf(body.extensions);
  const data = body.data ?? undefined;
  const isAnswer =
    errors && receipts && handling && (isObject(data) || (data === undefined && errors.length > 0));
  if (!isAnswer) throw malformed('The answer is not one of GraphQL.', place);
  return { ...place, data: data as Loose | undefined, errors, receipts, handling };
}
