import { agencyChannel } from './agency-channel.ts';
import { agencyJobs } from './agency-jobs.ts';
import { agencyRecords } from './agency-records.ts';
import type { AgencyDatabase, AgencyOptions, OpenedAgency } from './opened-agency.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import { connectToAnswer, openDatabase } from './storage/database/database.ts';
import { jobsDatabaseVariable } from './storage/database/database-setting.ts';
import { namingStore } from './storage/naming/naming-store.ts';

/** An agency over connections that are open. */
function agencyOver(
  definition: AgencyDefinition,
  connections: Pick<OpenedAgency, 'answering' | 'background'> & { renamed: number },
  options: AgencyOptions,
): OpenedAgency {
  const { answering, background } = connections;
  const records = agencyRecords(definition, connections, options);
  const { models, stores, effects, suspended, imports, signal, comparing } = records;
  return {
    definition,
    answering,
    background,
    models,
    stores,
    effects,
    suspended,
    imports,
    signal,
    ...agencyChannel(definition, connections, records, options),
    ...agencyJobs(definition, connections, records, options),
    async close(isForced) {
      suspended.stop();
      await comparing?.curve.stop();
      await Promise.all([...new Set([answering, background])].map((each) => each.close(isForced)));
    },
  };
}

/**
 * Opens an agency's database, brought into the form of this version, and makes every part of the agency over it. It is the one place
 * where the parts meet: the subgraph, the commands, the tests and the benchmarks all take what they need from here.
 * @throws SettingsError as of `openDatabase`
 */
export async function openAgency(
  definition: AgencyDefinition,
  { uri, jobsUri, answersApart = false, ...opening }: AgencyDatabase,
  options: AgencyOptions,
): Promise<OpenedAgency> {
  const { agency } = definition;
  const background = jobsUri
    ? await openDatabase(agency, jobsUri, options.naming, {
        ...opening,
        variable: jobsDatabaseVariable(agency),
      })
    : await openDatabase(agency, uri, options.naming, opening);
  try {
    // Before anything is answered: what a dossier shares is found by its names.
    const renamed = await namingStore(background, options.naming).nameAnew();
    if (!answersApart) return agencyOver(definition, { answering: background, background, renamed }, options);
    const answering = await connectToAnswer(agency, uri, opening);
    return agencyOver(definition, { answering, background, renamed }, options);
  } catch (error) {
    await background.close();
    throw error;
  }
}
