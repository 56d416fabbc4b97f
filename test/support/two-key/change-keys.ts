import { newEvaluationKey } from '../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import type { IndicatorKeys } from '../../../subgraphs/agency/matching/two-key/indicator-key-settings.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';

export const [oldEpoch, newEpoch] = ['2026', '2027'] as const;

const otherAgency = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;
export const otherOf = (agency: Agency): Agency => otherAgency[agency];

type Keys = Record<Agency, IndicatorKeys>;

/** New keys of both agencies, each with the public key of the other. */
export function newKeys(): Record<Agency, IndicatorKeys> {
  const [by, ru] = [newEvaluationKey(), newEvaluationKey()];
  const epoch = oldEpoch;
  const keyOf = (kid: string, key: typeof by) => ({ kid, epoch, ...key });
  const told = (kid: string, { publicKey }: typeof by) => ({ kid, epoch, publicKey });
  return {
    BELARUS: {
      own: { current: keyOf('by', by) },
      others: new Map([['RUSSIA', { current: told('ru', ru) }]]),
    },
    RUSSIA: {
      own: { current: keyOf('ru', ru) },
      others: new Map([['BELARUS', { current: told('by', by) }]]),
    },
  };
}

const othersOf = ({ others }: IndicatorKeys, other: Agency) => {
  const found = others.get(other);
  if (!found) throw new Error('there is no key of the other agency');
  return found;
};

/** Starts agencies again, with the next epoch's keys beside the present ones'. */
export function addNextKeys(
  keys: Keys,
  { agencies = agencyNames, epoch = newEpoch }: { agencies?: readonly Agency[]; epoch?: string } = {},
): void {
  const next = new Map(agencyNames.map((agency) => [agency, newEvaluationKey()]));
  for (const agency of agencies) {
    const [own, theirs] = [next.get(agency), next.get(otherOf(agency))];
    if (!own || !theirs) continue;
    keys[agency].own.next = { kid: `${agency} ${epoch}`, epoch, ...own };
    othersOf(keys[agency], otherOf(agency)).next = {
      kid: `${otherOf(agency)} ${epoch}`,
      epoch,
      publicKey: theirs.publicKey,
    };
  }
}

/** Starts an agency again, without the old key. */
export function dropOldKey(keys: Keys, agency: Agency): void {
  const { own } = keys[agency];
  if (own.next) own.current = own.next;
  delete own.next;
}

/** Hands an agency the public set of the other one without the old key. */
export function dropOldKeyOfOther(keys: Keys, agency: Agency): void {
  const theirs = othersOf(keys[agency], otherOf(agency));
  if (theirs.next) theirs.current = theirs.next;
  delete theirs.next;
}
