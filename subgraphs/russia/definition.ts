import { provisions } from '../../codes-of-procedure/russia.ts';
import { criminalCode as belarus } from '../../criminal-codes/belarus.ts';
import { criminalCode } from '../../criminal-codes/russia.ts';
import type { AgencyDefinition } from '../agency/definition.ts';
import { policy } from './policy.ts';
import { retention } from './retention.ts';

export const russia: AgencyDefinition = {
  agency: 'RUSSIA',
  contactPoint: 'liaison@interior-ministry.ru.example',
  criminalCode,
  foreignCodes: { BELARUS: belarus },
  policy,
  provisions,
  retention,
};
