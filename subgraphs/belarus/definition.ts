import { codeOfProcedure } from '../../terms/codes-of-procedure/belarus.ts';
import { criminalCode } from '../../terms/criminal-codes/belarus.ts';
import { criminalCode as russia } from '../../terms/criminal-codes/russia.ts';
import type { AgencyDefinition } from '../agency/permissions/agency-definition.ts';
import { policy } from './policy.ts';
import { retention } from './retention.ts';

export const belarus: AgencyDefinition = {
  agency: 'BELARUS',
  contactPoint: 'liaison@investigative-committee.by.example',
  criminalCode,
  foreignCodes: { RUSSIA: russia },
  policy,
  provisions: codeOfProcedure,
  retention,
};
