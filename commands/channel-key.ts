/**
 * `npm run channel-key -- DIRECTORY --agency belarus`: makes an agency's key pair for the channel. The private key stays with
 * the agency (BELARUS_CHANNEL_KEY_FILE), the public set goes to the other one (BELARUS_CHANNEL_JWKS there). A key that exists
 * is kept; with `--next` a second pair is made, whose public half is added to the set, for the time of the change.
 */
import { agencyKeyCommand } from './keys/agency-key-command.ts';

await agencyKeyCommand('channel');
