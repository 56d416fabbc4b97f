import { type Agency, agencyNames } from '../../identity/agencies.ts';
import type { DossierRecord } from '../../subgraphs/agency/dossiers/record.ts';
import type { LinkRecord } from '../../subgraphs/agency/links/record.ts';
import { dossierOf } from './dossier.ts';
import { knownToOneDossier } from './known/known-to-one.ts';
import { linkedPersonDossiers, linkedPersonLink } from './known/linked-person.ts';
import { decisionsOn, linkRecords, type PerAgency, type Relation } from './links.ts';
import { namesakeOf, type Person, personOf } from './person.ts';
import { streamOf } from './random.ts';
import { recordingOf } from './recording.ts';

export type DemoRecords = PerAgency<{ dossiers: DossierRecord[]; links: LinkRecord[] }>;

interface Sizes {
  /** Pairs with a link confirmed by both, without the pair that always exists. */
  confirmed: number;
  unverified: number;
  different: number;
  /** Dossiers of an agency that no link names, without the one that always exists. */
  alone: PerAgency<number>;
}

/** A fifth of each agency's dossiers are of persons known to both; few pairs are open or were found to be two people. */
function sizesOf(dossiersPerAgency: number): Sizes {
  const confirmed = Math.max(1, Math.round(dossiersPerAgency / 5)) - 1;
  const rest = dossiersPerAgency - 2 - confirmed;
  const unverified = Math.min(5, Math.floor(rest / 3));
  const different = Math.min(2, Math.floor(rest / 10));
  const alone = rest - unverified - different;
  return { confirmed, unverified, different, alone: { BELARUS: alone, RUSSIA: alone + 1 } };
}

/** The first of each kind of dossier belong to the demo case, so that it shows every kind. */
const inDemoCase = (index: number): boolean => index < 3;

/**
 * Synthetic records of both agencies: equal arguments give equal records, to the id and the millisecond. The dossiers of
 * `demo-ids.ts` are always among them, the same for every seed and size. At least two dossiers an agency.
 */
export function demoRecords({
  seed,
  dossiersPerAgency,
}: {
  seed: number;
  dossiersPerAgency: number;
}): DemoRecords {
  if (!Number.isInteger(dossiersPerAgency) || dossiersPerAgency < 2) {
    throw new RangeError(`dossiersPerAgency must be a whole number of at least 2, not ${dossiersPerAgency}`);
  }
  const [linked, link] = [linkedPersonDossiers(), linkedPersonLink()];
  const records: DemoRecords = {
    BELARUS: { dossiers: [linked.BELARUS, knownToOneDossier()], links: [link.BELARUS] },
    RUSSIA: { dossiers: [linked.RUSSIA], links: [link.RUSSIA] },
  };
  const add = (
    agency: Agency,
    person: Person,
    situation: { linked: boolean; inDemoCase: boolean },
  ): DossierRecord => {
    const dossier = dossierOf(recordingOf(seed, agency, person, situation));
    records[agency].dossiers.push(dossier);
    return dossier;
  };
  const addPairs = (relation: Relation, count: number) => {
    for (let i = 0; i < count; i++) {
      const key = `${relation}-${i}`;
      const person = personOf(seed, key);
      const other = relation === 'DIFFERENT' ? namesakeOf(person, seed, `${key}-namesake`) : person;
      const situation = { linked: true, inDemoCase: inDemoCase(i) };
      const pair = { BELARUS: add('BELARUS', person, situation), RUSSIA: add('RUSSIA', other, situation) };
      const proposer = i % 2 === 0 ? 'BELARUS' : 'RUSSIA';
      const decisions = decisionsOn(pair, relation, proposer, streamOf(seed, key, 'link'));
      const links = linkRecords({ BELARUS: pair.BELARUS._id, RUSSIA: pair.RUSSIA._id }, decisions);
      for (const agency of agencyNames) records[agency].links.push(links[agency]);
    }
  };

  const { confirmed, unverified, different, alone } = sizesOf(dossiersPerAgency);
  addPairs('SAME', confirmed);
  addPairs('UNVERIFIED', unverified);
  addPairs('DIFFERENT', different);
  for (const agency of agencyNames) {
    for (let i = 0; i < alone[agency]; i++) {
      add(agency, personOf(seed, `${agency}-${i}`), { linked: false, inDemoCase: inDemoCase(i) });
    }
  }
  return records;
}
