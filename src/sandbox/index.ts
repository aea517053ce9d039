/**
 * A whole GitHub on your machine: for the first start, and for the tests. It keeps real git repositories, answers the
 * part of the API that this product uses as GitHub does (with its refusals), signs and sends webhooks, remembers every
 * write in a ledger, and can be told to fail in scripted ways.
 *
 * Deliberately absent: anything the product does not use. A request it does not know is answered with 501 and the place
 * where it can be taught, never with a guess. It listens on loopback alone, and nobody can push to it.
 */
export type { NewPull, PullStep } from './actions/pull-requests.js'
export type { Push } from './actions/push.js'
export type { Fault, FaultKind } from './faults.js'
export type { AppCredentials } from './host.js'
export type { Ledger, Write } from './ledger.js'
export { createSampleOrganisation, type SampleOrganisation } from './sample-organisation.js'
export {
  createSandbox,
  type NewRepository,
  Sandbox,
  type SandboxOptions,
} from './sandbox.js'
export { type Delivery, signatureOf } from './webhooks.js'
export type { Level, Pull, Repository, World } from './world.js'
