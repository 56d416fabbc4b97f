import type { ActionOutcome } from '../../records/action-outcome.ts';
import type { Author } from '../../records/dossier/step.ts';
import {
  type CheckRecord,
  messagesOfWord,
  withCheckColumns,
} from '../../records/measures/comparing/check-record.ts';
import {
  type CheckEvent,
  type CheckRefusal,
  checkTransition,
} from '../../records/measures/comparing/check-transition.ts';
import type { Message } from '../../records/messages/message.ts';
import { refuse } from '../../records/problem.ts';
import type { CheckStore } from '../../storage/measures/check-store.ts';
import { stepOfOfficer } from '../step-of-officer.ts';
import { takenAs, takenStep } from '../with-taken.ts';

/** A supervisor's word on the conflicts of a measure, as they have read them. */
export interface AskedWord {
  /** The measure, as `ComparedRecord._id`. */
  id: string;
  version: number;
  /** Tells if the officer may know of the measure. To one who may not there is none. */
  isKnown(check: CheckRecord): Promise<boolean>;
  event: Extract<CheckEvent, { kind: 'COORDINATE' | 'OVERRIDE' }>;
}

const refusals: Readonly<Record<CheckRefusal, Parameters<typeof refuse>>> = {
  NOTHING_OPEN: ['WRONG_STATE', 'No conflict of this measure is open.', 'measure'],
  ALREADY_SPOKEN: [
    'WRONG_STATE',
    'A supervisor of this agency has said so already: it is coordinated once one of the other agency says so too.',
    'measure',
  ],
};

/** Takes a supervisor's word on all open conflicts of a measure, see `stepOfOfficer`. One that came up after they read them makes the step stale. */
export async function speakOnMeasure(
  checks: Pick<CheckStore, 'read' | 'replace' | 'confirm'>,
  author: Author,
  { id, version, isKnown, event }: AskedWord,
): Promise<ActionOutcome<{ check: CheckRecord }>> {
  const outcome = await stepOfOfficer<CheckRecord, { check: CheckRecord; messages: Message[] }, never>(
    {
      async read() {
        const check = await checks.read(id);
        return { kept: check, ...(check && { takenAs: takenAs({ taken: check.taken ?? [] }, author) }) };
      },
      versionOf: (check) => check.version,
      confirm: checks.confirm,
      write: ({ check, messages }) => checks.replace(check, messages),
    },
    { id, version },
    author,
    {
      isKnown,
      decide({ pending: _, ...before }) {
        const after = checkTransition(before.check, event);
        if (!after) return { nothing: true };
        if ('refused' in after) return refuse(...refusals[after.refused]);
        const taken = [...(before.taken ?? []), takenStep(author)];
        const check = withCheckColumns(
          { ...before, check: after.check, version: version + 1, taken },
          event.at,
        );
        return { step: { check, messages: messagesOfWord(after.tells, event.at) } };
      },
    },
  );
  if (!('before' in outcome)) return outcome;
  return { check: outcome.step?.check ?? outcome.before };
}
