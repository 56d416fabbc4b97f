import { startAttestor } from '../agency/attestor/start.ts';

await startAttestor('RUSSIA');
