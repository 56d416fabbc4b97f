import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Release } from '../../subgraphs/agency/records/dossier/release.ts';
import { isCleared } from '../../subgraphs/agency/records/values/status.ts';
import type { Agency } from '../../terms/agencies.ts';
import { daysAfter } from '../../terms/days.ts';
import { type DemoAgency, demoAgencies } from './agencies/demo-agencies.ts';
import { valueIdFrom } from './chance/ids.ts';
import type { Random } from './chance/random.ts';

/** What may be said of a release in the demo data: the rest follows. */
type Given = Pick<Release, 'to' | 'classes' | 'purposes'> & Partial<Pick<Release, 'case'>>;

/** How far a release of the demo data has come, on the day that they are made for. */
export type Stage = 'PROPOSED' | 'IN_FORCE' | 'EXPIRED' | 'RECALLED';

/** A release by two officers, seen from a day: in force for another two months, or ended one month ago. */
export function releaseAt(stage: Stage, id: string, given: Given, today: Date): Release {
  const from = daysAfter(today, stage === 'EXPIRED' ? -90 : -30);
  const proposed: Release = {
    id,
    ...given,
    from,
    until: daysAfter(from, stage === 'EXPIRED' ? 60 : 90),
    reason: 'Joint investigation',
    proposedBy: 'liaison-demo',
    proposedAt: from,
  };
  if (stage === 'PROPOSED') return proposed;
  const granted = { ...proposed, grantedBy: 'supervisor-demo', grantedAt: from };
  if (stage !== 'RECALLED') return granted;
  const recalledAt = daysAfter(today, -7);
  return { ...granted, recalledBy: 'supervisor-demo', recalledAt, recallReason: 'The measure is over' };
}

const other = (agency: Agency): Agency => demoAgencies.find((one) => one !== agency) ?? agency;

/** Of three ON_RELEASE dossiers about one has a release, in one of its stages. */
export function drawnReleases(dossier: DossierRecord, random: Random, today: Date): Release[] {
  if (dossier.handlingCode !== 'ON_RELEASE' || isCleared(dossier) || !random.chance(0.35)) return [];
  const stage = random.weighted<Stage>([
    ['IN_FORCE', 55],
    ['PROPOSED', 15],
    ['EXPIRED', 15],
    ['RECALLED', 15],
  ]);
  const classes = random.chance(0.5)
    ? (['IDENTITY', 'CASE'] as const)
    : (['IDENTITY', 'CONTACT', 'TECHNICAL', 'CASE'] as const);
  const given: Given = {
    to: other(dossier.agency),
    classes: [...classes],
    purposes: ['SOLVING', 'INVESTIGATION'],
  };
  return [releaseAt(stage, valueIdFrom(random), given, today)];
}

/**
 * The known pair shows every outcome: what is released, what never was, what a release gave until it ended, and what was
 * taken back.
 */
export function knownReleases(agency: DemoAgency, today: Date): Release[] {
  const to = other(agency);
  const prefix = agency === 'BELARUS' ? 'VDEMBY' : 'VDEMRU';
  const make = (stage: Stage, number: number, given: Omit<Given, 'to'>) =>
    releaseAt(stage, `${prefix}00000${number}`, { to, ...given }, today);
  const both: Given['purposes'] = ['SOLVING', 'INVESTIGATION'];
  // Neither agency's policy gives these two abroad for SOLVING, so a release for it would be refused.
  const one: Given['purposes'] = ['INVESTIGATION'];
  return agency === 'BELARUS'
    ? [
        make('IN_FORCE', 1, { classes: ['IDENTITY', 'CONTACT', 'TECHNICAL', 'CASE'], purposes: both }),
        make('RECALLED', 2, { classes: ['VICTIM'], purposes: one }),
      ]
    : [
        make('IN_FORCE', 1, { classes: ['IDENTITY', 'CONTACT', 'CASE'], purposes: both }),
        make('EXPIRED', 2, { classes: ['FINANCIAL'], purposes: one }),
      ];
}
