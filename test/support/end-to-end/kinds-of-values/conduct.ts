import { knownGroup } from '../demo.ts';
import { grounds } from './grounds.ts';
import type { Content, Row, Rows } from './row.ts';

const role = (kind: string, instead: string): Row => ({ written: { kind }, corrected: { kind: instead } });

const membership = (rank: string, instead: string): Row => ({
  written: { group: knownGroup, rank },
  corrected: { group: knownGroup, rank: instead },
  shows: [
    { group: { id: knownGroup }, rank },
    { group: { id: knownGroup }, rank: instead },
  ],
});

const measure = (kind: string, state: string, instead: Content): Row => {
  const written = { kind, state, date: '2025-04-01', ground: grounds.belarus[kind] };
  return { written, corrected: { ...written, ...instead } };
};

/** The day in Minsk, three hours ahead of UTC. */
const today = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 10);
const plan = {
  ...{ kind: 'SURVEILLANCE', state: 'PLANNED', date: today, ground: grounds.belarus.SURVEILLANCE },
  window: { from: today, until: today },
};
const outcome = {
  ...{ arrested: 1, searched: 2, questioned: 0, blocked: 0, victimsFound: 0, victimsWarned: 0 },
  ...{ things: [{ kind: 'PHONE', count: 2 }], seized: [{ amount: '12.50', currency: 'BYN' }], returned: [] },
};

/** What a person is thought to have done, and what was done about it. */
export const conduct: Rows = {
  roles: [
    role('CALL_CENTRE_LEADER', 'CALL_CENTRE_MEMBER'),
    role('CALL_CENTRE_MEMBER', 'CALL_CENTRE_LEADER'),
    role('FRAUD_GROUP_ORGANISER', 'FRAUD_GROUP_MEMBER'),
    role('FRAUD_GROUP_MEMBER', 'FRAUD_GROUP_ORGANISER'),
    role('RANSOMWARE_OPERATOR', 'MALWARE_DEVELOPER'),
    role('MALWARE_DEVELOPER', 'RANSOMWARE_OPERATOR'),
    role('CASH_COURIER', 'MONEY_MULE'),
    { written: { kind: 'MONEY_MULE', coerced: false }, corrected: { kind: 'MONEY_MULE', coerced: true } },
    role('MULE_RECRUITER', 'CASH_COURIER'),
    role('GSM_GATEWAY_OPERATOR', 'SIM_SUPPLIER'),
    role('SIM_SUPPLIER', 'GSM_GATEWAY_OPERATOR'),
  ],
  memberships: [membership('LEADER', 'ORGANISER'), membership('MEMBER', 'ASSOCIATE')],
  offences: [
    {
      written: { article: '209', committedOn: '2025-03', case: 'BY-2026-000001' },
      corrected: { article: '212', committedOn: '2025-03-14' },
      shows: [
        {
          article: { code: '209' },
          committedOn: '2025-03',
          precision: 'MONTH',
          case: 'BY-2026-000001',
        },
        {
          article: { code: '212' },
          committedOn: '2025-03-14',
          precision: 'DAY',
          case: null,
        },
      ],
    },
  ],
  measures: [
    measure('ARREST', 'DONE', { outcome }),
    { written: plan, corrected: plan, readIn: 'plannedMeasures', hasSteps: true },
    measure('SURVEILLANCE', 'UNDER_WAY', { region: 'BY-HM' }),
    measure('SEARCH', 'UNDER_WAY', { state: 'DONE' }),
    measure('SEIZURE', 'DONE', { ground: 'Code of Criminal Procedure, Article 210' }),
    measure('INTERCEPTION', 'CANCELLED', { date: '2025-05' }),
    measure('ACCOUNT_FREEZE', 'DONE', { state: 'LIFTED' }),
    measure('INTERVIEW', 'DONE', { case: 'BY-2026-000001' }),
    measure('EXTRADITION_REQUEST', 'UNDER_WAY', { state: 'DONE' }),
    measure('SUMMONS', 'DONE', { date: '2025' }),
    measure('RESTRAINT', 'UNDER_WAY', { state: 'LIFTED' }),
    measure('PROVIDER_ORDER', 'DONE', { date: '2025' }),
    measure('NUMBER_BLOCK', 'UNDER_WAY', { state: 'LIFTED' }),
    measure('DOMAIN_BLOCK', 'UNDER_WAY', { state: 'LIFTED' }),
    measure('ACCOUNT_BLOCK', 'UNDER_WAY', { state: 'LIFTED' }),
    measure('WALLET_BLOCK', 'UNDER_WAY', { state: 'LIFTED' }),
    measure('CONTROLLED_PURCHASE', 'DONE', { date: '2025' }),
    measure('TAKEDOWN', 'DONE', { date: '2025' }),
    measure('LEGAL_ASSISTANCE_REQUEST', 'DONE', { date: '2025' }),
    measure('VICTIM_WARNING', 'DONE', { date: '2025' }),
  ],
  harms: [
    {
      written: { victims: 3, loss: '1200.50', currency: 'BYN' },
      corrected: { victims: 4, loss: '1300', currency: 'BYN', country: 'BY' },
    },
  ],
  status: [
    { written: { stage: 'SUSPECTED' }, corrected: { stage: 'ACCUSED' } },
    { written: { stage: 'ACCUSED' }, corrected: { stage: 'CONVICTED' } },
  ],
};
