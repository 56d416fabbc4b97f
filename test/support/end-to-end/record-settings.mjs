/**
 * Preloaded into a process (`node --import`), writes the names of the settings that the process has read to the file
 * SETTINGS_READ when it ends. Each setting can be given as a file too, so it is one that was looked up together with its `_FILE`.
 */
import { writeFileSync } from 'node:fs';

const file = process.env.SETTINGS_READ;
const names = new Set();
process.env = new Proxy(process.env, {
  get(environment, name) {
    names.add(name);
    return environment[name];
  },
});
process.on('exit', () => {
  const settings = [...names].filter((name) => names.has(`${String(name)}_FILE`));
  writeFileSync(file, settings.sort().join('\n'));
});
