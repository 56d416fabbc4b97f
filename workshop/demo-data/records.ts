import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { GroupRecord } from '../../subgraphs/agency/records/group/group-record.ts';
import type { OperationRecord } from '../../subgraphs/agency/records/operations/operation-record.ts';
import { dayOf } from '../../terms/days.ts';
import { type DemoAgency, demoAgencies } from './agencies/demo-agencies.ts';
import { streamOf } from './chance/random.ts';
import { dossierOf } from './dossier.ts';
import { gangsOf } from './gangs.ts';
import { groupsOf } from './groups.ts';
import { knownMeasure } from './known/known-measures.ts';
import { knownOperations } from './known/known-operations.ts';
import { knownToOneDossier } from './known/known-to-one.ts';
import { linkedPersonDossiers } from './known/linked-person.ts';
import { unlinkedPersonDossiers } from './known/unlinked-person.ts';
import { withMeasuresOfToday } from './measures-of-today.ts';
import { decisionsOn, linkDossiers, type PerAgency } from './people/links.ts';
import { recordingOf } from './people/recording.ts';
import { subjectsOf } from './population.ts';
import { drawnReleases, knownReleases } from './releases.ts';

export type DemoRecords = PerAgency<{
  dossiers: DossierRecord[];
  groups: GroupRecord[];
  operations: OperationRecord[];
}>;

const startOfToday = () => new Date(dayOf(new Date()));

/** What every demo database has, whatever its seed and size; its groups are with those of the gangs. */
function knownRecords(today: Date): DemoRecords {
  const linked = linkedPersonDossiers();
  const unlinked = unlinkedPersonDossiers();
  for (const agency of demoAgencies) {
    linked[agency].releases = knownReleases(agency, today);
    linked[agency].measures.push(knownMeasure('linked', agency, today), knownMeasure('joint', agency, today));
    unlinked[agency].measures.push(knownMeasure('unlinked', agency, today));
  }
  const operations = knownOperations(linked, today);
  return {
    BELARUS: {
      dossiers: [linked.BELARUS, knownToOneDossier(), unlinked.BELARUS],
      groups: [],
      operations: operations.BELARUS,
    },
    RUSSIA: { dossiers: [linked.RUSSIA, unlinked.RUSSIA], groups: [], operations: operations.RUSSIA },
  };
}

/**
 * Synthetic records of both agencies: equal arguments give equal records, to the id and the millisecond. The dossiers of
 * `demo-ids.ts` are always among them, the same for every seed and size. At least three dossiers an agency.
 */
export function demoRecords({
  seed,
  dossiersPerAgency,
  today = startOfToday(),
}: {
  seed: number;
  dossiersPerAgency: number;
  /** Releases are in force, or have ended, and measures are planned or taken, seen from this day. */
  today?: Date;
}): DemoRecords {
  if (!Number.isInteger(dossiersPerAgency) || dossiersPerAgency < 3) {
    throw new RangeError(`dossiersPerAgency must be a whole number of at least 3, not ${dossiersPerAgency}`);
  }
  const subjects = subjectsOf(seed, dossiersPerAgency);
  const gangOf = gangsOf(seed, subjects, dossiersPerAgency);
  const recorded = subjects.map(({ persons, link, inDemoCase }) => ({
    link,
    recordings: persons.map(({ agency, person }) =>
      recordingOf(seed, agency, person, {
        linked: link !== undefined,
        inDemoCase,
        gang: gangOf.get(person.key),
      }),
    ),
  }));
  const everyRecording = recorded.flatMap(({ recordings }) => recordings);
  const groupsAt = (agency: DemoAgency) =>
    groupsOf(
      agency,
      everyRecording.filter((recording) => recording.agency === agency),
    );
  const groups = { BELARUS: groupsAt('BELARUS'), RUSSIA: groupsAt('RUSSIA') };

  const records = knownRecords(today);
  const ofToday = (dossier: DossierRecord) =>
    withMeasuresOfToday(dossier, streamOf(seed, dossier._id, 'measures'), today);
  for (const { link, recordings } of recorded) {
    const dossiers = recordings.map((recording) =>
      ofToday(
        dossierOf({ ...recording, group: groups[recording.agency].get(recording.gang?.key ?? '')?._id }),
      ),
    );
    for (const [index, dossier] of dossiers.entries()) {
      dossier.releases = drawnReleases(dossier, streamOf(seed, dossier._id, 'releases'), today);
      const agency = recordings[index]?.agency;
      if (agency) records[agency].dossiers.push(dossier);
    }
    const [own, foreign] = dossiers;
    if (!link || !own || !foreign) continue;
    const pair = { BELARUS: own, RUSSIA: foreign };
    linkDossiers(pair, decisionsOn(pair, link.relation, link.proposer, streamOf(seed, link.key, 'link')));
  }
  for (const agency of demoAgencies) records[agency].groups.push(...groups[agency].values());
  return records;
}
