import { startAgency } from '../agency/start.ts';
import { russia } from './definition.ts';

await startAgency(russia, 4002);
