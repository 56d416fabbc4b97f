import type { RequestHalf } from '../../../playground/requests/half/own-requests.ts';

/** A half of a request as the asking agency has it once it was received. */
export const received: RequestHalf = {
  box: 'SENT',
  agency: 'RUSSIA',
  version: 3,
  state: 'RECEIVED',
  isOverdue: false,
  urgency: 'URGENT',
  classes: ['CONTACT', 'IDENTITY'],
  purpose: 'INVESTIGATION',
  legalBasis: 'COOPERATION_AGREEMENT',
  case: 'BY-2026-000001',
  offence: null,
  necessity: 'Calls to a victim came from this person',
  subject: { hit: 'RUH-H60CSM9BRGGVV6J2GAMK', dossier: null, criteria: null },
  dossier: null,
  otherDossiers: [],
  assignedTo: null,
  receivedAt: '2026-11-20T09:30:00.000Z',
  deadline: '2026-11-23T09:30:00.000Z',
  question: null,
  formQuestions: null,
  clarification: null,
  extensionReason: null,
  waitingWords: null,
  proposal: null,
  answer: null,
  endedAt: null,
  events: [
    { kind: 'DRAFTED', at: '2026-11-20T09:00:00.000Z', by: 'inga' },
    { kind: 'AUTHORISED', at: '2026-11-20T09:20:00.000Z', by: 'sergei' },
    { kind: 'RECEIVED', at: '2026-11-20T09:30:00.000Z', by: null },
  ],
};

/** The same as the asked agency has it. */
export const arrived: RequestHalf = {
  ...received,
  box: 'RECEIVED',
  agency: 'BELARUS',
  subject: null,
  events: [{ kind: 'RECEIVED', at: '2026-11-20T09:30:00.000Z', by: null }],
};

/** The half with more events, in the order of time. */
export const withEvents = (half: RequestHalf, ...events: RequestHalf['events']): RequestHalf => ({
  ...half,
  events: [...half.events, ...events],
});

export const accepted = withEvents(arrived, { kind: 'ACCEPTED', at: '2026-11-20T12:00:00.000Z', by: 'lena' });
