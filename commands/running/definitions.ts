import type { AgencyDefinition } from '../../subgraphs/agency/permissions/agency-definition.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { russia } from '../../subgraphs/russia/definition.ts';
import type { Agency } from '../../terms/agencies.ts';

export const definitions: Readonly<Record<Agency, AgencyDefinition>> = { BELARUS: belarus, RUSSIA: russia };
