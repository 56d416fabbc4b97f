import { type Agency, agencyNames, subgraphOf } from '../../identity/agencies.ts';
import { type Answer, type Receipt, receiptsOf, unavailableAgencies } from '../answer/answer.ts';
import { receiptsAt } from '../answer/withheld.ts';
import { type ProfileField, profileFields } from './profile-query.ts';

type Recorded = Record<string, unknown>;

/** A value with what its source is worth. */
export interface ProfileValue {
  recorded: Recorded;
  isContested: boolean;
}

/** What one agency's half says of a field. */
export type Cell =
  | { state: 'values'; values: ProfileValue[] }
  | { state: 'withheld'; receipts: Receipt[] }
  /** Nothing is recorded. */
  | { state: 'none' };

/** What one agency has of the person. */
export type Half =
  | {
      state: 'dossier';
      id: string;
      handlingCode: string;
      contactPoint: string;
      cells: Record<ProfileField, Cell>;
    }
  | { state: 'unavailable' }
  /** It has no dossier, or none that this viewer may know of: the two look the same, and must. */
  | { state: 'none' };

export type Halves = Record<Agency, Half>;

const typeOf = (agency: Agency) => `${agency.charAt(0)}${agency.slice(1).toLowerCase()}Dossier`;

const recordedValue = (recorded: unknown): ProfileValue => {
  const value = (
    typeof recorded === 'object' && recorded !== null ? recorded : { text: recorded }
  ) as Recorded;
  const provenance = value.provenance as { contested?: boolean } | undefined;
  return { recorded: value, isContested: provenance?.contested === true };
};

function cellOf(dossier: Recorded, field: ProfileField, agency: Agency, receipts: readonly Receipt[]): Cell {
  const recorded = dossier[field];
  const values = [recorded ?? []].flat();
  if (values.length > 0) return { state: 'values', values: values.map(recordedValue) };
  const place = {
    path: [],
    coordinates: [`${typeOf(agency)}.${field}`],
    owner: agency,
    dossier: String(dossier.id),
  };
  const about = recorded === null ? receiptsAt(receipts, place) : [];
  return about.length > 0 ? { state: 'withheld', receipts: about } : { state: 'none' };
}

/** Both halves of a person out of the answer to the profile's query. */
export function halvesOf(answer: Answer): Halves {
  const suspect = answer.data?.suspect as Record<string, Recorded | null> | null | undefined;
  const down = unavailableAgencies(answer);
  const receipts = receiptsOf(answer);
  const halfOf = (agency: Agency): Half => {
    const dossier = suspect?.[subgraphOf(agency)];
    if (!dossier) return { state: down.includes(agency) ? 'unavailable' : 'none' };
    const cells = Object.fromEntries(
      profileFields.map((field) => [field, cellOf(dossier, field, agency, receipts)]),
    ) as Record<ProfileField, Cell>;
    return {
      state: 'dossier',
      id: String(dossier.id),
      handlingCode: String(dossier.handlingCode),
      contactPoint: String(dossier.contactPoint),
      cells,
    };
  };
  return Object.fromEntries(agencyNames.map((agency) => [agency, halfOf(agency)])) as Halves;
}

export type LinkState = 'linked' | 'one-sided' | 'unknown' | 'nobody';

/** What the halves say of the link: an agency answers for another's dossier only by a link that both have confirmed. */
export function linkStateOf(halves: Halves): LinkState {
  const states = Object.values(halves).map(({ state }) => state);
  if (states.every((state) => state === 'dossier')) return 'linked';
  if (states.includes('unavailable')) return 'unknown';
  return states.includes('dossier') ? 'one-sided' : 'nobody';
}
