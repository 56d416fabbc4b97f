import { randomUUID } from 'node:crypto';
import { operationNames } from '../../../terms/operation-names.ts';
import type { Caller } from '../../support/end-to-end/callers.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';

/** A day so many days from now, where operations take place. */
const day = (later: number) =>
  new Date(Date.now() + 3 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);

/** An officer of Belarus of this name, under the case of the operation. */
const officer = (target: Target, role: string, sub: string): Caller =>
  target
    .as('belarus', role, { sub: `operating-${sub}`, cases: [caseOf.belarus] })
    .for('INVESTIGATION', caseOf.belarus);

interface Written {
  id: string;
  belarus: { version: number; state: string; offer: { number: number } | null };
}

/** Takes a step on an operation. @returns the operation as it is then; undefined where it was not taken */
async function step(by: Caller, action: string, type: string, input: object): Promise<Written | undefined> {
  const { body } = await by.with('idempotency-key', randomUUID()).query<{
    belarus: Record<string, { operation?: Written }>;
  }>(
    `mutation ($input: ${type}!) { belarus { ${action}(input: $input) { ... on InvalidInput { problems { code } }
      ... on RecordedOperation { operation { id belarus { version state offer { number } } } } } } }`,
    { input },
  );
  return body.data?.belarus?.[action]?.operation;
}

/** Proposes an operation under a name that is free, which an officer of this name leads. */
async function propose(by: Caller, lead: string): Promise<Written | undefined> {
  const { body } = await by.query<{ belarus: { operationNames: string[] } }>(
    '{ belarus { operationNames } }',
  );
  const name = body.data?.belarus.operationNames[0] ?? operationNames[0];
  return step(by, 'proposeOperation', 'ProposeOperationInput', {
    to: 'RUSSIA',
    terms: { name, from: day(0), until: day(20), offences: ['209'], origins: [] },
    lead: { officer: `operating-${lead}`, role: 'INVESTIGATOR' },
  });
}

/** Takes an operation back, so that its name is free again. */
async function drop(target: Target, operation: Written): Promise<void> {
  await step(
    officer(target, 'supervisor', randomUUID()),
    'countersignOperation',
    'CountersignOperationInput',
    {
      operation: operation.id,
      version: operation.belarus.version,
      approves: false,
    },
  );
}

/** Whether an officer of one name signs the offer that one of another name has written. */
async function signs(target: Target, writer: string, signer: string): Promise<boolean> {
  const written = await propose(officer(target, 'liaison', writer), randomUUID());
  if (!written) throw new Error('nothing was proposed');
  const signed = await step(
    officer(target, 'supervisor', signer),
    'countersignOperation',
    'CountersignOperationInput',
    { operation: written.id, version: written.belarus.version, approves: true },
  );
  if (!signed) await drop(target, written);
  return signed?.belarus.offer?.number === 1;
}

/** Whether an investigator of this name reads an operation that one of another name leads. */
async function reads(target: Target, lead: string, reader: string): Promise<boolean> {
  const written = await propose(officer(target, 'liaison', randomUUID()), lead);
  if (!written) throw new Error('nothing was proposed');
  await step(
    officer(target, 'supervisor', randomUUID()),
    'countersignOperation',
    'CountersignOperationInput',
    {
      operation: written.id,
      version: written.belarus.version,
      approves: true,
    },
  );
  const { body } = await officer(target, 'investigator', reader).query<{
    belarus: { operation: { belarus: { name: string } | null } | null };
  }>('query ($id: ID!) { belarus { operation(id: $id) { belarus { name } } } }', { id: written.id });
  return typeof body.data?.belarus.operation?.belarus?.name === 'string';
}

/** Whether one officer writes so many offers in a day. */
async function offers(target: Target, number: number): Promise<boolean> {
  const busy = officer(target, 'liaison', randomUUID());
  for (let written = 0; written < number; written++) {
    const proposed = await propose(busy, randomUUID());
    if (!proposed) return false;
    await drop(target, proposed);
  }
  return true;
}

/** What one officer makes of a joint operation alone, and what nobody else is to know of it. */
export const jointOperationAttacks: readonly Attack[] = [
  {
    mend: 'second officer of a joint operation',
    name: 'the offer of a joint operation signed by whoever has written it, as a supervisor',
    heldBy: ['SAME_OFFICER'],
    control: (target) => signs(target, randomUUID(), randomUUID()),
    attempt(target) {
      const alone = randomUUID();
      return signs(target, alone, alone);
    },
  },
  {
    mend: 'members of a joint operation',
    name: 'a joint operation read by an investigator of its case who is no member',
    control(target) {
      const member = randomUUID();
      return reads(target, member, member);
    },
    attempt: (target) => reads(target, randomUUID(), randomUUID()),
  },
  {
    mend: 'offers in a day',
    name: 'more offers of joint operations by one officer in a day than the other agency can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => offers(target, 2),
    attempt: (target) => offers(target, 21),
  },
];
