/**
 * Makes an agency's two database users, neither of them root: `serving` for answers, with the rights of `serving-rights.json`
 * alone, and `jobs` for migrations, jobs and commands, which may write all of the agency's database and nothing beside it.
 * The MongoDB image runs it with mongosh when it makes the database; on a replica set of your own run it as an
 * administrator: `AGENCY=belarus SECRETS=secrets mongosh URI deploy/mongodb/users.js`. Run again, it brings rights and
 * passwords up to date.
 */
const { readFileSync } = require('node:fs');

const agency = process.env.AGENCY;
const secrets = process.env.SECRETS ?? '/run/secrets';
const rightsFile = process.env.SERVING_RIGHTS ?? '/etc/concord/serving-rights.json';
const database = db.getSiblingDB(agency);
const passwordOf = (user) => readFileSync(`${secrets}/${agency}-${user}-mongodb-password`, 'utf8').trim();

const rights = Object.entries(JSON.parse(readFileSync(rightsFile, 'utf8')));
const privileges = rights
  .filter(([, actions]) => actions.length > 0)
  .map(([collection, actions]) => ({ resource: { db: agency, collection }, actions }));

const isThere = (command, list) => database.runCommand(command)[list].length > 0;
database.runCommand({
  [isThere({ rolesInfo: 'serving' }, 'roles') ? 'updateRole' : 'createRole']: 'serving',
  privileges,
  roles: [],
});
for (const [user, role] of [
  ['serving', 'serving'],
  ['jobs', 'readWrite'],
]) {
  database.runCommand({
    [isThere({ usersInfo: user }, 'users') ? 'updateUser' : 'createUser']: user,
    pwd: passwordOf(user),
    roles: [{ role, db: agency }],
  });
}
