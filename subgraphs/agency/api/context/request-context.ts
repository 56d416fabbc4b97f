import type { BaseContext } from '@apollo/server';
import type { Authenticated } from '../../../../identity/authenticate-fetch.ts';
import { officerKey } from '../../../../terms/viewer.ts';
import type { MatchKeys } from '../../matching/tokens.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { type Permissions, permissionsOf } from '../../permissions/permissions.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { Stores } from '../../storage/stores/stores.ts';
import { type Cursors, cursorsOf } from '../paging/cursors.ts';
import { Work } from '../work/work.ts';
import { WorkOfProcess } from '../work/work-of-process.ts';
import { Loaders } from './loaders.ts';
import { type Reads, readsOf } from './reads.ts';
import { type Spending, spendingOf } from './spending.ts';
import { type VisibleDossiers, visibleDossiers } from './visible-dossiers.ts';

/** The means of a resolver, for one request. */
export interface RequestContext extends BaseContext, Authenticated {
  requestId: string;
  /** The owner's clock, one moment for the whole request. */
  now: Date;
  permissions: Permissions;
  /** Dossiers are read here and by the loaders, and so only as far as the viewer may know of them. */
  dossiers: VisibleDossiers;
  reads: Reads;
  /** Counts what the request makes, and stops it where it is too much or for nobody. */
  work: Work;
  /** The request's spending from the agency's budgets for others. */
  spending: Spending;
  stores: Omit<Stores, 'dossiers' | 'matchKeys' | 'cursorKey'>;
  /** Good for this viewer and mandate alone. */
  cursors: Cursors;
  matchKeys: MatchKeys;
  loaders: Loaders;
}

export type ContextOf = (authenticated: Authenticated, requestId: string, now?: Date) => RequestContext;

/** @param definition whose stores they are */
export function requestContexts(
  definition: AgencyDefinition,
  { dossiers, matchKeys, cursorKey, ...stores }: Stores,
): ContextOf {
  const permissionsFor = permissionsOf(definition);
  const spendingFor = spendingOf(definition.agency, stores.budgets);
  const ofProcess = new WorkOfProcess();
  return (authenticated, requestId, now = new Date()) => {
    const permissions = permissionsFor(authenticated, now);
    const reads = readsOf(stores.reads, permissions.verdicts.side, { ...authenticated, requestId }, now);
    const spending = spendingFor(permissions.verdicts.side, authenticated, now);
    const note = (dossier: DossierPart, alias?: string) => {
      reads.note(dossier);
      spending.count(dossier._id, alias);
    };
    const work = new Work({ owner: definition.agency, officer: officerKey(authenticated.viewer), ofProcess });
    const pause = () => work.pause();
    const telling = { ...spending, note };
    const visible = visibleDossiers(
      dossiers,
      definition.agency,
      authenticated.viewer,
      permissions,
      telling,
      pause,
    );
    return {
      ...authenticated,
      requestId,
      now,
      permissions,
      dossiers: visible,
      reads,
      work,
      spending,
      stores,
      matchKeys,
      cursors: cursorsOf(cursorKey, authenticated),
      loaders: new Loaders({ stores, dossiers: visible, permissions, reads, work }),
    };
  };
}
