import { startAgency } from '../agency/start.ts';
import { belarus } from './definition.ts';

await startAgency(belarus, 4001);
