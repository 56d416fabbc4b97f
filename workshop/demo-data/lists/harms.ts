import type { Harm } from '../../../subgraphs/agency/records/values/harms.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';

/** Where victims live, the currency of their loss, and what one of them loses at least in it. */
const losses = [
  { country: 'BY', currency: 'BYN', least: 300 },
  { country: 'RU', currency: 'RUB', least: 9_000 },
  { country: 'DE', currency: 'EUR', least: 90 },
  { country: 'KZ', currency: 'USD', least: 100 },
] as const;

export function harms(recording: Recording): Draft<Harm>[] {
  const own = recording.ofAgency('harms');
  const count = own.weighted([
    [0, 35],
    [1, 50],
    [2, 15],
  ]);
  return Array.from({ length: count }, () => {
    const { country, currency, least } = own.weighted<(typeof losses)[number]>([
      [losses[0], recording.agency === 'BELARUS' ? 60 : 30],
      [losses[1], recording.agency === 'BELARUS' ? 25 : 55],
      [losses[2], 7],
      [losses[3], 8],
    ]);
    // The lesser of two draws: most harmed a few.
    const victims = Math.min(own.between(1, 400), own.between(1, 400));
    const units = victims * own.between(least, least * 12);
    const loss = own.chance(0.6) ? String(units) : `${units}.${String(own.between(1, 99)).padStart(2, '0')}`;
    return {
      victims,
      loss,
      currency,
      ...(own.chance(0.8) && { country }),
      provenance: provenanceOf(recording, own),
    };
  });
}
