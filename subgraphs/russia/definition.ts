import { codeOfProcedure } from '../../terms/codes-of-procedure/russia.ts';
import { criminalCode as belarus } from '../../terms/criminal-codes/belarus.ts';
import { criminalCode } from '../../terms/criminal-codes/russia.ts';
import type { AgencyDefinition } from '../agency/permissions/agency-definition.ts';
import { policy } from './policy.ts';
import { retention } from './retention.ts';

export const russia: AgencyDefinition = {
  agency: 'RUSSIA',
  contactPoint: 'liaison@interior-ministry.ru.example',
  criminalCode,
  foreignCodes: { BELARUS: belarus },
  policy,
  provisions: codeOfProcedure,
  retention,
};
