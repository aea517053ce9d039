/**
 * What people set: the process by its environment, a repository by a file on its base branch. Deliberately absent: any
 * setting read from a pull request, and any setting that lets the model decide the required check.
 */
export { type CredentialFiles, type Credentials, credentialFiles, writeCredentials } from './credentials.js'
export { withEnvFile } from './env-file.js'
export { type Environment, type ModelSettings, readEnvironment } from './environment.js'
export {
  defaultSettings,
  type RepositorySettings,
  readSettings,
  settingsPath,
  settingsSchema,
} from './repository.js'
