import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { agencies, type Name, otherThan } from '../environment.ts';
import { type Action, type Answered, type Ask, act, caseOf, officer, readOnce } from './client.ts';
import type { Federation } from './federation.ts';
import type { Ledger } from './ledger.ts';

const readersPerAgency = 2;
/** A writer's and a reader's longest pause between two requests, in milliseconds, and of those whom the load is not on. */
const breath = { writer: 20, reader: 60, elsewhere: 800 };

const amendments = 6;

/** Dossiers that an officer writes before another one takes the seat: fewer than the bounds of a day allow. */
const ofShift = 20;

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const articleOf = { belarus: '349', russia: '272' } as const;

const newDossier = (agency: Name) => ({
  handlingCode: 'ON_RELEASE',
  cases: [caseOf[agency]],
  offences: [{ article: articleOf[agency], committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
});

/** What officers work on, and until when. */
export interface Work {
  federation: Federation;
  ledger: Ledger;
  /** The agencies that the load is on: the other's officers go on too, more slowly. */
  focus: readonly Name[];
  /** How many of each agency write at a time. */
  writers: number;
  ending: AbortSignal;
}

const pauseIn = ({ focus }: Work, agency: Name, kind: 'writer' | 'reader') =>
  sleep((focus.includes(agency) ? breath[kind] : breath.elsewhere) * Math.random());

interface Writer {
  agency: Name;
  work: Work;
  investigator: Ask;
  liaison: Ask;
  supervisor: Ask;
}

/** Releases a dossier to the other agency and recalls that, both of which the other agency is told over the channel. */
async function releaseAndRecall(
  { agency, work, liaison, supervisor }: Writer,
  { id: dossier, version }: Pick<Answered, 'id' | 'version'>,
) {
  const take = (ask: Ask, action: Omit<Action, 'agency'>) =>
    act(ask, work.ledger, { agency, ...action }, work.ending);
  const proposed = await take(liaison, {
    name: 'proposeRelease',
    type: 'ReleaseInput',
    input: {
      dossier,
      version,
      to: otherThan(agency).toUpperCase(),
      classes: ['IDENTITY'],
      purposes: ['INVESTIGATION'],
      until: new Date(Date.now() + 86_400_000).toISOString(),
      reason: 'chaos',
    },
  });
  // As the database has it: an officer may name it by that too.
  const release = proposed?.releases.at(-1)?.id.split('-').at(-1);
  if (!proposed || release === undefined) return;
  const granted = await take(supervisor, {
    name: 'grantRelease',
    type: 'GrantReleaseInput',
    input: { dossier, version: proposed.version, release },
    effect: `release ${release} GRANTED`,
  });
  if (!granted) return;
  await take(supervisor, {
    name: 'recallRelease',
    type: 'RecallReleaseInput',
    input: { dossier, release, reason: 'chaos' },
    effect: `release ${release} RECALLED`,
  });
}

/** A name that nothing else has. Without digits: some rows of them are numbers of cards, which are refused. */
const letters = () =>
  randomUUID().replaceAll(/[-0-9]/g, (found) => 'ghijklmnopq'.charAt('-0123456789'.indexOf(found)));

/** Records a dossier and amends it, each time from the version that the answer before has shown. */
async function writeDossier(writer: Writer, handlingCode: 'SHAREABLE' | 'ON_RELEASE'): Promise<void> {
  const { agency, work, investigator } = writer;
  const { ledger, ending } = work;
  const recorded = { name: 'recordDossier', type: 'DossierInput', effect: 'recorded' };
  const input = newDossier(agency);
  let dossier = await act(investigator, ledger, { agency, ...recorded, input }, ending);
  if (dossier && handlingCode === 'SHAREABLE') {
    const shown = { dossier: dossier.id, version: dossier.version, reason: 'chaos' };
    const proposal = { name: 'proposeShareable', type: 'ProposeShareableInput', input: shown };
    const proposed = await act(investigator, ledger, { agency, ...proposal }, ending);
    const signed = { dossier: dossier.id, version: proposed?.version ?? 0 };
    const signature = { name: 'countersignShareable', type: 'CountersignInput', input: signed };
    dossier = proposed && (await act(writer.supervisor, ledger, { agency, ...signature }, ending));
    if (dossier) ledger.shared[agency].push(dossier.id);
  }
  for (let amended = 0; dossier && amended < amendments && !ending.aborted; amended++) {
    await pauseIn(work, agency, 'writer');
    const value = `${letters()}@example.org`;
    const add = { contacts: [{ kind: 'EMAIL', value, provenance }] };
    const amendment = { name: 'amendDossier', type: 'AmendDossierInput', effect: `contact ${value}` };
    const change = { dossier: dossier.id, version: dossier.version, add };
    dossier = await act(investigator, ledger, { agency, ...amendment, input: change }, ending);
  }
  if (dossier && handlingCode === 'ON_RELEASE' && !ending.aborted) await releaseAndRecall(writer, dossier);
}

async function write(work: Work, agency: Name, seat: number): Promise<void> {
  for (let shift = 0; !work.ending.aborted; shift += 1) {
    const as = (role: string) =>
      officer(work.federation, agency, role, `${agency}-${role}-chaos-${seat}-${shift}`);
    const [investigator, liaison, supervisor] = (await Promise.all(
      ['investigator', 'liaison', 'supervisor'].map(as),
    )) as [Ask, Ask, Ask];
    for (let turn = 0; turn < ofShift && !work.ending.aborted; turn += 1)
      await writeDossier(
        { agency, work, investigator, liaison, supervisor },
        (seat + turn) % 2 === 0 ? 'SHAREABLE' : 'ON_RELEASE',
      );
  }
}

async function read(work: Work, agency: Name, seat: number): Promise<void> {
  const ask = await officer(work.federation, agency, 'investigator', `${agency}-reader-chaos-${seat}`);
  const owner = otherThan(agency);
  const foreign = work.ledger.shared[owner];
  while (!work.ending.aborted) {
    const dossier = foreign[Math.floor(Math.random() * foreign.length)];
    const isShown = dossier !== undefined && (await readOnce(ask, work.ledger, agency, dossier));
    await (isShown ? pauseIn(work, owner, 'reader') : sleep(200));
  }
}

/**
 * Officers of both agencies who write their own records and read the other agency's until the work ends. What they were told
 * is in the ledger.
 */
export async function officersAtWork(work: Work): Promise<void> {
  const seats = (number: number) => Array.from({ length: number }, (_, seat) => seat);
  await Promise.all(
    agencies.flatMap((agency) => [
      ...seats(work.writers).map((seat) => write(work, agency, seat)),
      ...seats(readersPerAgency).map((seat) => read(work, agency, seat)),
    ]),
  );
}
