import type { Agency } from '../../identity/agencies.ts';
import type { AgencyDefinition } from '../../subgraphs/agency/definition.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { russia } from '../../subgraphs/russia/definition.ts';

export const definitions: Readonly<Record<Agency, AgencyDefinition>> = { BELARUS: belarus, RUSSIA: russia };
