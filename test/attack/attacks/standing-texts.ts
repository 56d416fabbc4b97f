import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { evaluateIn } from '../../support/end-to-end/from-inside.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { demandPid, isLive, untilWhole } from './standstill.ts';

/** Milliseconds in which a process answers whose loop does not stand still, on a slow machine too. */
const soon = 3_000;

/** Whether a process answers nobody while something is asked of it. */
async function keepsFromAll(
  target: Target,
  address: string,
  asking: () => Promise<unknown>,
): Promise<boolean> {
  const asked = asking();
  await sleep(300);
  const answers = await isLive(address, soon);
  await asked;
  await untilWhole(target);
  return !answers;
}

/** A process that somebody who has broken in keeps busy. */
const broken = (target: Target) =>
  keepsFromAll(target, target.russia, async () =>
    evaluateIn(
      await demandPid(target, 'subgraphs/russia/start.ts'),
      `for (const end = Date.now() + ${3 * soon}; Date.now() < end; );`,
      target.errors,
    ),
  );

const step = (officer: Caller, action: string, type: string, input: object) =>
  officer
    .with('idempotency-key', randomUUID())
    .query(
      `mutation ($input: ${type}!) { belarus { ${action}(input: $input) { ... on InvalidInput { problems { code } } } } }`,
      { input },
    );

/** A letter with so many marks, which are out of their order: composing them takes their number squared. */
const marked = (marks: number) => `a${'\u0301'.repeat(marks / 2)}${'\u0327'.repeat(marks / 2)}`;

export const standingTextAttacks: readonly Attack[] = [
  {
    mend: 'marks of a text',
    name: 'a search of 200 kB by a partner, for a letter with marks without end, beside which the gateway answers nobody',
    makesOutages: true,
    control: broken,
    heldBy: ['BAD_USER_INPUT'],
    attempt: (target) =>
      keepsFromAll(target, target.gateway, () =>
        target
          .newOfficer('belarus', 'partner')
          .for('DETECTION')
          .query(
            'query ($surname: String) { searchSuspects(criteria: { surname: $surname, birthDate: "1990-01-01" }) { __typename } }',
            { surname: marked(100_000) },
          ),
      ),
  },
  {
    mend: 'marks of a text',
    name: 'a reason of 200 kB for a step on a dossier that there is not, beside which the agency answers nobody',
    makesOutages: true,
    control: broken,
    heldBy: ['TOO_LONG'],
    attempt: (target) =>
      keepsFromAll(target, target.belarus, () =>
        step(target.investigating('belarus', 'investigator'), 'contestValue', 'ValueInput', {
          dossier: 'BY-0000000000000000',
          version: 1,
          value: '00000000-0000-4000-8000-000000000000',
          reason: marked(100_000),
        }),
      ),
  },
  {
    mend: 'lists of a release',
    name: 'classes and purposes of a release by the thousand, beside which the agency answers nobody',
    makesOutages: true,
    control: broken,
    heldBy: ['TOO_MANY'],
    attempt: (target) =>
      keepsFromAll(target, target.belarus, () =>
        step(target.investigating('belarus', 'supervisor'), 'proposeRelease', 'ReleaseInput', {
          dossier: linked.belarus,
          version: 1,
          to: 'RUSSIA',
          classes: Array<string>(2_500).fill('TACTICAL'),
          purposes: Array<string>(2_500).fill('SOLVING'),
          until: new Date(Date.now() + 86_400_000).toISOString(),
          reason: 'to keep it busy',
        }),
      ),
  },
];
