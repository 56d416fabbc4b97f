import { agencies } from '../../terms/agencies.ts';
import { startAgency } from '../agency/start.ts';
import { belarus } from './definition.ts';

await startAgency(belarus, agencies.BELARUS.port);
