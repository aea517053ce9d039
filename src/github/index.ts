/**
 * Repositories on GitHub: deliveries come in, narrowed clients ask, the publisher says what a plan contains. The front
 * holds the webhook secret, the clients hold a token for one repository and one access, and the publisher takes typed
 * plans alone. Deliberately absent: diffs and contents by API (git has them), retries of writes (they are read back),
 * sleeping on rate limits (the queue does it), and every decision about what to say.
 */
export {
  type AppIdentity,
  ownerAndName,
  type RepositoryClient,
  type RepositoryReference,
} from './client/client.js'
export { hasStatus, isForbidden, isUnclear, UnknownOutcome } from './client/errors.js'
export { createGitHub, type GitHub, type GitHubOptions } from './client/github.js'
export { describeError } from './client/log.js'
export type { Access } from './client/tokens.js'
export type { VerifiedDelivery } from './webhook/receive.js'
export {
  createServer,
  type ExtraHandler,
  type Readiness,
  type ServerOptions,
  type WebServer,
  webhookPath,
} from './webhook/server.js'
export { signatureOf } from './webhook/signature.js'
