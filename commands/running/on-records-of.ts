import { openAgency } from '../../subgraphs/agency/agency.ts';
import type { OpenedAgency } from '../../subgraphs/agency/opened-agency.ts';
import type { Agency } from '../../terms/agencies.ts';
import { matchKeysOf } from '../settings/match-keys-of.ts';
import { modeOf } from '../settings/mode-of.ts';
import { nodeNamingOf } from '../settings/node-naming-of.ts';
import { definitions } from './definitions.ts';
import { complain } from './run-command.ts';
import { withDatabase } from './with-database.ts';

/** Works on an agency's records, under the match keys and the names that its subgraph has. */
export const onRecordsOf = <Result>(
  agency: Agency,
  work: (opened: OpenedAgency) => Promise<Result>,
): Promise<Result> =>
  withDatabase(agency, { report: complain }, async (uri) => {
    const mode = modeOf(agency, process.env);
    const matchKeys = matchKeysOf(mode, process.env);
    const naming = nodeNamingOf(agency, mode, process.env);
    const opened = await openAgency(definitions[agency], { uri }, { matchKeys, naming });
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  });
