import type { EventEmitter } from 'node:events';
import mongoose from 'mongoose';
import { originOf } from './origin.ts';
import { recordShape } from './recorded.ts';
import { shapesOf } from './shape.ts';

/** What a test itself looks up is no query of ours, and a migration or a script goes through whole collections. */
const isOfService = (origin: string | undefined): boolean =>
  origin === undefined || /^subgraphs\/(?!agency\/storage\/migrations\/)/.test(origin);

const recorded = new Set<string>();

/** Mongoose tells of connections, which its types do not. */
const { events } = mongoose as unknown as { events: EventEmitter };

// Of every connection that a test file opens, since nothing but the driver sees all that is sent.
events.on('createConnection', (connection: mongoose.Connection) => {
  connection.once('connected', () => {
    connection.getClient().on('commandStarted', ({ command }) => {
      for (const shape of shapesOf(command)) {
        if (recorded.has(shape)) continue;
        const origin = originOf();
        if (!isOfService(origin)) continue;
        recorded.add(shape);
        recordShape({ shape, origin });
      }
    });
  });
});
