import { codeOfProcedure } from '../../terms/codes-of-procedure/belarus.ts';
import { criminalCodes } from '../../terms/criminal-codes/criminal-codes.ts';
import type { AgencyDefinition } from '../agency/permissions/agency-definition.ts';
import { commonIdentifiers } from './common-identifiers.ts';
import { policy } from './policy.ts';
import { retention } from './retention-periods.ts';

const { BELARUS: criminalCode, ...foreignCodes } = criminalCodes;

export const belarus: AgencyDefinition = {
  agency: 'BELARUS',
  contactPoint: 'liaison@investigative-committee.by.example',
  criminalCode,
  foreignCodes,
  commonIdentifiers,
  policy,
  provisions: codeOfProcedure,
  retention,
};
