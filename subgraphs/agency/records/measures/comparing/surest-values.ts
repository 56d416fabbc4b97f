import { createHash } from 'node:crypto';
import type { MeasuredKind, MeasuredValue } from './measured-value.ts';

/** The values of one dossier that a measure is compared by, beside its links. */
export const mostValues = 8;

/** Kinds by how surely a value of them is one person's, the surest first. */
const surest: readonly MeasuredKind[] = [
  'DOCUMENT',
  'ACCOUNT',
  'WALLET',
  'IMEI',
  'PHONE',
  'EMAIL',
  'SIM_BOX',
  'SIP_TRUNK',
  'DOMAIN',
  'MALWARE_SAMPLE',
];

const hashOf = ({ kind, value }: MeasuredValue): string =>
  createHash('sha256').update(`${kind} ${value}`).digest('hex');

/**
 * The surest of a dossier's identifiers. Those of one kind are in an order that both agencies have without a word, that of their hashes, so that of two
 * long lists that share values both choose the same ones.
 */
export const surestValues = (values: readonly MeasuredValue[]): MeasuredValue[] =>
  values
    .map(({ kind, value }) => ({ kind, value, order: `${surest.indexOf(kind)}`.padStart(2, '0') }))
    .map(({ order, ...each }) => ({ each, order: `${order} ${hashOf(each)}` }))
    .sort((one, other) => (one.order < other.order ? -1 : 1))
    .slice(0, mostValues)
    .map(({ each }) => each);

/** Two dossiers of one person, as both agencies name the pair. */
export const linkedPair = (one: string, other: string): MeasuredValue => ({
  kind: 'LINK',
  value: [one, other].sort().join(' '),
});
