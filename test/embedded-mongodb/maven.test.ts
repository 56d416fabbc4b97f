import { describe, expect, test } from '@jest/globals';
import { mavenError } from '../../embedded-mongodb/maven.ts';

describe("Maven's output becomes one line", () => {
  test('of a repository that cannot be reached', () => {
    expect(
      mavenError(
        '[INFO] Scanning for projects...\n' +
          '[ERROR] Plugin org.apache.maven.plugins:maven-compiler-plugin:3.14.0 or one of its dependencies could not be ' +
          'resolved: Could not transfer artifact from/to central (https://repository.example): Name or service not known' +
          ' -> [Help 1]\n[ERROR] \n[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.\n',
      ),
    ).toBe(
      'Plugin org.apache.maven.plugins:maven-compiler-plugin:3.14.0 or one of its dependencies could not be resolved: ' +
        'Could not transfer artifact from/to central (https://repository.example): Name or service not known',
    );
  });

  test('of a goal that failed, without its coordinates', () => {
    expect(
      mavenError(
        '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.14.0:compile (default-cli) on ' +
          'project embedded-mongodb: Fatal error compiling: error: release version 17 not supported -> [Help 1]\n',
      ),
    ).toBe('Fatal error compiling: error: release version 17 not supported');
  });

  test('of a compiler, the first error with its place', () => {
    expect(
      mavenError(
        '[ERROR] COMPILATION ERROR : \n' +
          '[ERROR] /src/EmbeddedMongoDb.java:[5,24] package io.netty.channel does not exist\n' +
          '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.14.0:compile (default-cli) on ' +
          'project embedded-mongodb: Compilation failure -> [Help 1]\n',
      ),
    ).toBe('/src/EmbeddedMongoDb.java:[5,24] package io.netty.channel does not exist');
  });

  test('of a Maven that says nothing', () => {
    expect(mavenError('')).toBe('it said nothing');
  });
});
