import { register } from 'node:module';

// Whatever imports a database driver from now on is told what to do instead.
register('./refuse-drivers-hook.mjs', import.meta.url);
