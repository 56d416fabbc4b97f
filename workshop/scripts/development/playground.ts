import { readFileSync } from 'node:fs';
import { agencyNames } from '../../../terms/agencies.ts';
import {
  knownGroups,
  knownToOne,
  linkedPerson,
  linkedPersonName,
  unlinkedPerson,
} from '../../demo-data/known/demo-ids.ts';
import type { developmentKeys } from './keys.ts';

/** What the gateway of a development stack is told for its playground: keys to sign officers in with, and demo dossiers. */
export function playgroundEnvironment(keys: ReturnType<typeof developmentKeys>): Record<string, string> {
  const issuerKeys = agencyNames.map((agency) => [
    `${agency}_DEVELOPMENT_KEY`,
    readFileSync(keys.issuers[agency].privateKey, 'utf8'),
  ]);
  const demoIds = {
    linked: linkedPerson.BELARUS,
    linkedAbroad: linkedPerson.RUSSIA,
    alone: knownToOne,
    groupBELARUS: knownGroups.BELARUS,
    groupRUSSIA: knownGroups.RUSSIA,
    unlinkedBELARUS: unlinkedPerson.BELARUS,
    unlinkedRUSSIA: unlinkedPerson.RUSSIA,
    name: linkedPersonName,
  };
  return { ...Object.fromEntries(issuerKeys), PLAYGROUND_DEMO_IDS: JSON.stringify(demoIds) };
}
