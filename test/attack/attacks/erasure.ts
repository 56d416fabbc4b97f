import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputOf, leastDossier, provenance } from '../../support/end-to-end/officer.ts';
import { ended, launchScript } from '../../support/end-to-end/processes.ts';
import { unsaltedName } from '../../support/end-to-end/traces-of.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { newPhones, type Planter, planter, untilTold } from './planter.ts';

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** The source of a value that is held until tomorrow. */
const untilTomorrow = () => ({ ...provenance, retainUntil: dayIn(1) });
const phone = (value: string) => inputOf('contacts', { kind: 'PHONE', value, provenance: untilTomorrow() });

/** All of a dossier that gives it a ground: it is erased whole when that ends. */
const shortGround = () => ({
  offences: leastDossier.belarus.offences.map((offence) => ({ ...offence, provenance: untilTomorrow() })),
  status: { ...leastDossier.belarus.status, provenance: untilTomorrow() },
});

async function command(target: Target, file: string, ...options: string[]): Promise<void> {
  const { code, complaints } = await ended(launchScript(file, target.settings, ...options), 120_000);
  if (code !== 0) throw new Error(`${file} failed: ${complaints.join(' ')}`);
}

/** A backup of Belarus's database, as a thief has it: lines, each with the collection that it is of. */
export async function stolen(target: Target): Promise<string[]> {
  const file = join(target.dataDirectory, `stolen-${randomUUID()}.jsonl`);
  await command(target, 'commands/export.ts', '--agency', 'belarus', file);
  return readFileSync(file, 'utf8').split('\n');
}

interface Stolen {
  lines: string[];
  planted: Planter;
  value: string;
}

/** A phone on which both agencies have an alert, and a backup of Belarus's database, taken after retention where it is to be erased. */
async function backupAfter(target: Target, erased: 'phone' | 'dossier' | 'nothing'): Promise<Stolen> {
  const [value = ''] = newPhones(1);
  const planted = planter(target, 'belarus');
  await planted.plants(
    [value],
    'OFFENDER',
    {
      phone: phone(value),
      dossier: { ...phone(value), ...shortGround() },
      nothing: {},
    }[erased],
  );
  await planter(target, 'russia').plants([value], 'OFFENDER');
  await untilTold(planted, (alerts) => alerts.length > 0);
  if (erased !== 'nothing') {
    await command(target, 'commands/retention.ts', '--agency', 'belarus', '--today', dayIn(2));
    await untilTold(planted, (alerts) => alerts.every(({ state }) => state === 'CLOSED'), 'an ended alert');
  }
  return { lines: await stolen(target), planted, value };
}

/** The numbers around one, which a thief tries out: all of a country take a minute. */
function around(value: string): string[] {
  const number = BigInt(value.slice(1));
  return Array.from({ length: 2_000 }, (_none, index) => String(number + BigInt(index - 1_000)));
}

/** The numbers that stand in a backup in clear. */
const inClear = ({ lines, value }: Stolen): string[] => {
  const text = lines.join('\n');
  return around(value).filter((number) => text.includes(number));
};

/** The numbers whose unsalted hashes stand in it. */
const hashed = ({ lines, value }: Stolen): string[] => {
  const text = lines.join('\n');
  return around(value).filter((number) =>
    [`+${number}`, number].some((form) =>
      [unsaltedName('PHONE', form), createHash('sha256').update(form).digest('hex')].some((hash) =>
        text.includes(hash),
      ),
    ),
  );
};

/** Whether a backup says that a case had an alert. */
const saysAlert = ({ lines, planted }: Stolen): boolean =>
  lines.some((line) => line.startsWith('{"collection":"alerts"') && line.includes(planted.number));

const kept = async (target: Target): Promise<boolean> => {
  const backup = await backupAfter(target, 'nothing');
  return inClear(backup).includes(backup.value.slice(1));
};

export const erasureAttacks: readonly Attack[] = [
  {
    mend: 'names under a key of one’s own',
    foundIn: '8ca3b3d1',
    name: 'a phone that was erased, from its hash in a stolen backup',
    control: kept,
    async attempt(target) {
      const backup = await backupAfter(target, 'phone');
      return hashed(backup).includes(backup.value.slice(1));
    },
  },
  {
    mend: 'numbers of a day',
    foundIn: '8ca3b3d1',
    name: 'a phone that was erased, in clear in a stolen backup',
    control: kept,
    async attempt(target) {
      const backup = await backupAfter(target, 'phone');
      return inClear(backup).includes(backup.value.slice(1));
    },
  },
  {
    mend: 'alerts of erased dossiers',
    foundIn: '8ca3b3d1',
    name: 'which case had an alert on somebody whose dossier was erased, in a stolen backup',
    control: async (target) => saysAlert(await backupAfter(target, 'nothing')),
    attempt: async (target) => saysAlert(await backupAfter(target, 'dossier')),
  },
];
