import mongoose from 'mongoose';

/** Whether a write was refused because of a unique index: another one was quicker, or it was done before. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === 11000;
