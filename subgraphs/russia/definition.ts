import type { AgencyDefinition } from '../agency/definition.ts';
import { criminalCode } from './criminal-code.ts';

export const russia: AgencyDefinition = {
  agency: 'RUSSIA',
  contactPoint: 'liaison@interior-ministry.ru.example',
  criminalCode,
};
