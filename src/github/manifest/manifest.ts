import { webhookPath } from '../webhook/server.js'
import type { AppDescription } from './app-description.js'

/**
 * The manifest that GitHub makes the app from. `serverUrl` is where Interlock will be reached, without a slash at its
 * end; `callback` is where GitHub sends the browser back to.
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function manifestOf(description: AppDescription, serverUrl: string, callback: string): object {
  return {
    ...description,
    url: serverUrl,
    hook_attributes: { url: `${serverUrl}${webhookPath}`, active: true },
    redirect_url: callback,
  }
}

/** Where the manifest is posted to: the settings of an organization, or of the person who is signed in. */
export function registrationUrl(githubUrl: string, organization: string | null, state: string): string {
  const owner = organization === null ? '' : `/organizations/${encodeURIComponent(organization)}`
  return `${githubUrl}${owner}/settings/apps/new?state=${encodeURIComponent(state)}`
}
