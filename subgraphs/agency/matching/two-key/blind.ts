import { randomBytes } from 'node:crypto';
import type { WeekElement } from '../../records/measures/comparing/measured-value.ts';
import { framed } from './framed.ts';
import { hashToGroup, raised, randomScalar, type Scalar } from './group.ts';
import type { Indicator } from './indicator.ts';

/** Tells these inputs from those of any other use of the same functions. */
const domain = 'concord-indicator-v1';
const measureDomain = 'concord-measure-v1';

/** An element that the other agency is to evaluate, and the secret scalar that hides what it is of: evenly spread, so that it says nothing. */
export interface Blinded {
  blind: Uint8Array;
  element: Uint8Array;
}

const blinded = (element: Uint8Array, scalar: Scalar): Blinded => ({
  blind: scalar,
  element: raised(element, scalar),
});

/**
 * Blinds any input, as RFC 9497 has it (section 3.3.2).
 * @param scalar anything but a random one is for test vectors
 */
export const blindInput = (input: Uint8Array, scalar: Scalar = randomScalar()): Blinded =>
  blinded(hashToGroup(input), scalar);

/** An identifier, or what a measure is about in a week. */
export type Comparable = Indicator | WeekElement;

const inputOf = (given: Comparable): Uint8Array =>
  'week' in given
    ? framed(measureDomain, given.kind, given.value, given.week)
    : framed(domain, given.kind, given.value);

/**
 * Blinds an identifier, or one in a week, anew each time. Its kind is part of what is hashed to the group: equal digits of two kinds have nothing in
 * common, and whoever evaluates or compares need not be told the kind. So are the week of a measure and a domain of its own.
 */
export const blind = (given: Comparable): Blinded => blindInput(inputOf(given));

/** A dummy, which nobody can tell from an identifier: of 256 random bits, so that it matches nothing. */
export const randomBlinded = (): Blinded => blindInput(framed(domain, 'DUMMY', randomBytes(32)));

/**
 * Blinds an element that was finished before, to have it raised by an epoch's factor.
 * @param scalar evenly spread, and known to nobody else
 * @throws for what is no element
 */
export const blindElement = (element: Uint8Array, scalar: Scalar = randomScalar()): Blinded =>
  blinded(element, scalar);
