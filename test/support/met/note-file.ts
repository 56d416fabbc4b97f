import { noteMet } from './note.ts';

// Of every file that is set up, by which a whole run is told from one of some files.
const { testPath } = expect.getState();
if (testPath) noteMet('file', testPath);
