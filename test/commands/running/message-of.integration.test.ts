import mongoose from 'mongoose';
import { messageOf } from '../../../commands/running/message-of.ts';

describe('the message of an error', () => {
  test('is a database’s code alone, since its words repeat the record', () => {
    const duplicate = new mongoose.mongo.MongoServerError({
      message: 'E11000 duplicate key: { recordedWith: "officer-7" }',
      code: 11000,
    });
    expect(messageOf(duplicate)).toContain('11000');
    expect(messageOf(duplicate)).not.toContain('officer-7');
    expect(messageOf(new mongoose.Error('Cast to date failed for value "officer-7"'))).not.toContain(
      'officer-7',
    );
  });

  test('says what is wrong with a database where that is known', () => {
    const notPrimary = new mongoose.mongo.MongoServerError({ message: 'not primary: 10.0.0.7', code: 10107 });
    expect(messageOf(notPrimary)).toMatch(/^the database: the replica set there has no primary/);
    expect(messageOf(notPrimary)).not.toContain('10.0.0.7');
  });

  test('is in our own words where the error is ours', () => {
    expect(messageOf(new Error('name one file'))).toBe('name one file');
  });
});
