import type { Provenance } from '../../../subgraphs/agency/records/values/value.ts';

type Grade = `${Provenance['sourceReliability']}${Provenance['informationAccuracy']}`;

/** `B2` is reliability B, accuracy 2; recorded at nine in the morning, UTC, of the day; held for ten years at most. */
export const recordedOn =
  (day: string) =>
  (grade: Grade, differing: Partial<Provenance> = {}): Provenance => {
    const recordedAt = new Date(`${day}T09:00:00Z`);
    return {
      sourceReliability: grade.charAt(0) as Provenance['sourceReliability'],
      informationAccuracy: Number(grade.charAt(1)) as Provenance['informationAccuracy'],
      legalBasis: 'NATIONAL_LAW',
      recordedAt,
      retainUntil: new Date(
        Date.UTC(recordedAt.getUTCFullYear() + 10, recordedAt.getUTCMonth(), recordedAt.getUTCDate()),
      ),
      contested: false,
      ...differing,
    };
  };
