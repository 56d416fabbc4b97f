/**
 * Error for a record that others wrote each time that a step was about to be, thrown where no officer waits who could be told to try
 * again. It passes, as a database's own conflicts do.
 */
export class Contended extends Error {
  override readonly name = 'Contended';
}
