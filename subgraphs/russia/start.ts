import { agencies } from '../../terms/agencies.ts';
import { startAgency } from '../agency/start.ts';
import { russia } from './definition.ts';

await startAgency(russia, agencies.RUSSIA.port);
