import type { OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import type { SightingRecord } from '../../../subgraphs/agency/records/indicators/sighting.ts';
import { testNaming } from '../../support/match-keys.ts';

const kinds = ['PHONE', 'IMEI', 'DOMAIN', 'WALLET', 'EMAIL'] as const;

/** A number of identifiers, each of a case of its own. */
export interface Planted {
  /** The prefix of the agency's dossiers and cases. */
  prefix: 'BY' | 'RU';
  /** The numbers from which the values are made: equal numbers make equal values. */
  numbers: readonly number[];
  at: Date;
}

/** The value that a number stands for. */
export const plantedValue = (number: number): { kind: (typeof kinds)[number]; value: string } => ({
  kind: kinds[number % kinds.length] ?? 'PHONE',
  value: `planted ${number}`,
});

/** Records that dossiers hold identifiers, as the writes of dossiers do. */
export async function plant({ models }: OpenedAgency, { prefix, numbers, at }: Planted): Promise<void> {
  const rows = numbers.map((number, place): SightingRecord => {
    const { kind, value } = plantedValue(number);
    const dossier = `${prefix}-${String(place).padStart(10, '0')}`;
    const indicator = testNaming.idOf(kind, value);
    return {
      _id: `${dossier} ${indicator}`,
      dossier,
      indicator,
      kind,
      value,
      cases: [`${prefix}-2026-${String(number % 1_000_000).padStart(6, '0')}`],
      at,
      isImported: false,
      change: 'HELD',
    };
  });
  for (let from = 0; from < rows.length; from += 1_000)
    await models.sightings.insertMany(rows.slice(from, from + 1_000));
}
