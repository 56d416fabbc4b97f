/**
 * `npm run attestation-key -- DIRECTORY --agency belarus`: makes the key pair with which an agency attests its officers. The
 * private key stays with its attestor (BELARUS_ATTESTATION_KEY_FILE), the public set goes to the other agency's subgraph
 * (BELARUS_ATTESTATION_JWKS there). A key that exists is kept; with `--next` a second pair is made, whose public half is added
 * to the set, for the time of the change.
 */
import { agencyKeyCommand } from './keys/agency-key-command.ts';

await agencyKeyCommand('attestation');
