import { endFile } from './end-of-file.ts';
import { restartClock } from './stopped-clock.ts';

// A process runs many files over the modules that it has loaded, so that a hook in a helper would be one of its first file only.
afterEach(restartClock);
afterAll(endFile);
