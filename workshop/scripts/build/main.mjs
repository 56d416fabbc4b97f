// What a process starts with whose first file is in the bundle: an ES module, so that the process first imports what it is told
// to, and waits for what the file waits for.
await globalThis[Symbol.for('run of bundle')]();
