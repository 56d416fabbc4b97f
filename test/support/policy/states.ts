import { type Column, columns, everyPurpose, type PurposeName } from './table.ts';

/** A release as far as it decides anything; days are counted from now. */
export interface ReleaseState {
  classes: readonly Column[];
  purposes: readonly PurposeName[];
  case?: string;
  from: number;
  until: number;
  isGranted: boolean;
  isRecalled: boolean;
}

/** A dossier as far as it decides who may know of it and of its classes. */
export interface DossierState {
  handlingCode: 'SHAREABLE' | 'ON_RELEASE' | 'ORIGINATOR_ONLY';
  cases: readonly string[];
  /** What its owner and the other agency have decided of a link with a dossier there. */
  link?: readonly ['SAME' | 'DIFFERENT' | 'NONE', 'SAME' | 'DIFFERENT' | 'NONE'];
  releases: readonly ReleaseState[];
}

/** The case that viewers name, and another. */
export const namedCase = 'BY-2026-000001';
export const otherCase = 'RU-2026-000002';

const inForce: ReleaseState = {
  classes: columns,
  purposes: everyPurpose,
  from: -10,
  until: 10,
  isGranted: true,
  isRecalled: false,
};
const expired = { ...inForce, from: -20, until: -10 };
const recalled = { ...inForce, isRecalled: true };
const notBegun = { ...inForce, from: 5 };
const proposed = { ...inForce, isGranted: false };
const turnedDown = { ...proposed, isRecalled: true };
const forOtherCase = { ...inForce, case: otherCase };
const forPrevention: ReleaseState = { ...inForce, purposes: ['PREVENTION'] };
const partly: ReleaseState = { ...inForce, classes: ['CONTACT', 'CASE'] };

const visible: DossierState = { handlingCode: 'SHAREABLE', cases: [otherCase], releases: [] };
const onRelease: DossierState = { ...visible, handlingCode: 'ON_RELEASE' };
const linked: DossierState = { ...onRelease, link: ['SAME', 'SAME'] };

/** Every state of a record that the permissions tell apart, by a name for people. */
export const states = {
  visible,
  'visible, expired': { ...visible, releases: [expired] },
  'visible, recalled': { ...visible, releases: [recalled] },
  'visible, released in part, the rest expired': { ...visible, releases: [partly, expired] },
  released: { ...onRelease, releases: [inForce] },
  'released in part': { ...onRelease, releases: [partly] },
  'released for the case': { ...onRelease, releases: [{ ...inForce, case: namedCase }] },
  'released for another case': { ...onRelease, releases: [forOtherCase] },
  'released for PREVENTION': { ...onRelease, releases: [forPrevention] },
  'released later': { ...onRelease, releases: [notBegun] },
  proposed: { ...onRelease, releases: [proposed, turnedDown] },
  expired: { ...onRelease, releases: [expired] },
  recalled: { ...onRelease, releases: [recalled] },
  linked,
  'linked, expired': { ...linked, releases: [expired] },
  'linked, recalled': { ...linked, releases: [recalled] },
  'linked, released for another case': { ...linked, releases: [forOtherCase] },
  'linked, released for PREVENTION': { ...linked, releases: [forPrevention] },
  'linked, released later': { ...linked, releases: [notBegun] },
  'linked, proposed': { ...linked, releases: [proposed, turnedDown] },
  'linked by one agency alone': { ...onRelease, link: ['SAME', 'NONE'] },
  'linked and disputed': { ...onRelease, link: ['DIFFERENT', 'SAME'] },
  'hit only': onRelease,
  dark: { handlingCode: 'ORIGINATOR_ONLY', cases: [otherCase], releases: [] },
  'dark, though released and linked': { ...linked, handlingCode: 'ORIGINATOR_ONLY', releases: [inForce] },
  'of the case': { ...onRelease, cases: [otherCase, namedCase] },
} as const satisfies Record<string, DossierState>;

export type StateName = keyof typeof states;
export const stateNames = Object.keys(states) as StateName[];
