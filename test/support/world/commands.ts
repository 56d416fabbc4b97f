import type { Connection, mongo } from 'mongoose';

/** A command that reached the database, as the driver sent it. */
export type Command = mongo.CommandStartedEvent['command'];

/** The commands that a connection has sent since it is watched, in order, but for those that the driver sends by itself. */
export function commandsOf(connection: Connection): readonly Command[] {
  const sent: Command[] = [];
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (!['ping', 'hello', 'endSessions'].includes(commandName)) sent.push(command);
  });
  return sent;
}
