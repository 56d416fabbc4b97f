import { codeOfProcedure } from '../../terms/codes-of-procedure/russia.ts';
import { criminalCodes } from '../../terms/criminal-codes/criminal-codes.ts';
import type { AgencyDefinition } from '../agency/permissions/agency-definition.ts';
import { commonIdentifiers } from './common-identifiers.ts';
import { policy } from './policy.ts';
import { retention } from './retention-periods.ts';

const { RUSSIA: criminalCode, ...foreignCodes } = criminalCodes;

export const russia: AgencyDefinition = {
  agency: 'RUSSIA',
  contactPoint: 'liaison@interior-ministry.ru.example',
  criminalCode,
  foreignCodes,
  commonIdentifiers,
  policy,
  provisions: codeOfProcedure,
  retention,
};
