// A thread inherits no loader of TypeScript from its process (Node 20), so it registers its own before it loads any.
import { register } from 'tsx/esm/api';

register();
await import('./curve-worker.ts');
