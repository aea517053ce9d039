/**
 * Repositories on GitHub: deliveries come in, narrowed clients ask, the publisher says what a plan contains. The front
 * holds the webhook secret, a client holds a token for one repository and one access, and the publisher takes typed
 * plans alone; `manifest/` registers the app itself, once, with a person at the browser. Deliberately absent: diffs and
 * contents by API (git has them), retries of writes (they are read back), sleeping on rate limits (the queue does it),
 * and every decision about what to say.
 */
export { type CheckName, type CheckRun, checkNames, externalId, listOwnCheckRuns } from './check-run.js'
export type { AppIdentity, RepositoryClient, RepositoryReference } from './client/client.js'
export { hasStatus, isForbidden, isUnclear, UnknownOutcome } from './client/errors.js'
export { createGitHub, type GitHub, type GitHubOptions } from './client/github.js'
export { describeError } from './client/log.js'
export type { Access } from './client/tokens.js'
export type { RegisteredApp } from './manifest/convert.js'
export { type RegistrationOptions, registerApp } from './manifest/register-app.js'
export { type Permission, permissionOf } from './permission.js'
export { type Begun, beginReview, failReview, withdrawReview } from './publish/begin.js'
export type { PublishContext } from './publish/context.js'
export type { PublicationBook } from './publish/outbox.js'
export { type Published, publish, publishChecks } from './publish/publish.js'
export { replyOnce } from './publish/reply.js'
export { getPullRequest, listOpenPullRequests, pullShape } from './pull-request.js'
export { type Reaction, react } from './reaction.js'
export { listInstalledRepositories, repositoryShape } from './repositories.js'
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
