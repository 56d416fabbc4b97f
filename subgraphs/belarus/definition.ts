import type { AgencyDefinition } from '../agency/definition.ts';
import { criminalCode } from './criminal-code.ts';

export const belarus: AgencyDefinition = {
  agency: 'BELARUS',
  contactPoint: 'liaison@investigative-committee.by.example',
  criminalCode,
};
