// Once a process, although every test file runs this: what it imports is loaded once.
import './refuse-drivers.ts';
