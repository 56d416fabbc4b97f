import { randomUUID } from 'node:crypto';
import { storedEntry } from '../../../subgraphs/agency/records/history/history-entry.ts';
import { type DemoAgency, demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { demoCaseOf } from '../../../workshop/demo-data/lists/cases.ts';
import { recordingStep } from '../../../workshop/demo-data/people/record-from.ts';
import { demoRecords } from '../../../workshop/demo-data/records.ts';
import { markedFederation } from './marked-federation.ts';

/** An answer of the gateway, with the codes of its errors and the places of which it has receipts. */
export interface Told<Data> {
  data: Data;
  codes: string[];
  withheld: string[];
}

/** Reads an answer of the gateway. */
export function toldIn<Data>(body: string): Told<Data> {
  const { data, errors = [], extensions } = JSON.parse(body);
  return {
    data,
    codes: errors.map((error: { extensions: { code: string } }) => error.extensions.code),
    withheld: (extensions?.redactions ?? []).map(({ coordinate }: { coordinate: string }) => coordinate),
  };
}

/** Asks as one officer. */
export type AskAs = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Told<Data>>;

/** Both agencies with demo data behind a gateway, and officers of theirs who investigate a case of their own. */
export async function demoFederation() {
  const records = demoRecords({ seed: 7, dossiersPerAgency: 60 });
  const federation = await markedFederation({
    records: (agency) => ({
      ...records[agency],
      reads: [],
      history: records[agency].dossiers.map((dossier) => storedEntry(dossier._id, recordingStep(dossier))),
    }),
  });
  const as = (agency: DemoAgency, role: string, headers: Record<string, string> = {}): AskAs => {
    const mandate = {
      purpose: 'INVESTIGATION',
      legalBasis: 'COOPERATION_AGREEMENT',
      case: demoCaseOf(agency),
    } as const;
    const subject = `${agency.toLowerCase()}-${role.toLowerCase()}`;
    return async (query, variables = {}) => {
      const { body } = await federation.ask(
        { agency, roles: [role], subject, mandate },
        { query, variables },
        { 'idempotency-key': randomUUID(), ...headers },
      );
      return toldIn(body);
    };
  };
  return { as, databases: federation.databases, stop: federation.stop };
}

export type DemoFederation = Awaited<ReturnType<typeof demoFederation>>;

/** Another agency than this one. */
export const otherThan = (agency: DemoAgency): DemoAgency =>
  demoAgencies.find((each) => each !== agency) ?? agency;
