import { readAppDescription } from './app-description.js'
import { convertCode, type RegisteredApp } from './convert.js'
import { openLoopback } from './loopback.js'
import { manifestOf, registrationUrl } from './manifest.js'
import { contentPolicy, registrationPage, wordPage } from './pages.js'

export type RegistrationOptions = {
  /** Where the server will be reached, without a slash at its end. */
  readonly serverUrl: string
  /** The organization that will own the app; null for the account of the person. */
  readonly organization: string | null
  readonly githubUrl: string
  readonly apiUrl: string
  /** Rejects what is under way with its reason; nothing is kept after that. */
  readonly signal: AbortSignal
  /** Hears the address that a person opens in a browser of this machine. */
  readonly announce: (address: string) => void
  /** Puts the app away before the browser hears that it is done. */
  readonly keep: (app: RegisteredApp) => void
}

/**
 * A GitHub App, registered by a person in the browser from a manifest: nobody types permissions or copies a key. Our own
 * flow, because Probot's sends webhooks to another path, asks a relay on the internet, and serves its page to everybody.
 * Throws a user error `setup-refused`, the signal's reason, or what `keep` threw.
 */
export async function registerApp(options: RegistrationOptions): Promise<RegisteredApp> {
  const { githubUrl, organization, serverUrl, signal } = options
  const description = readAppDescription()
  const loopback = await openLoopback(
    {
      contentPolicy: contentPolicy(githubUrl),
      page: (callback, state) =>
        registrationPage({
          description,
          manifest: manifestOf(description, serverUrl, callback),
          action: registrationUrl(githubUrl, organization, state),
          organization,
          githubUrl,
          serverUrl,
        }),
      finish: async (code) => {
        const app = await convertCode(options.apiUrl, code, signal)
        signal.throwIfAborted()
        options.keep(app)
        return app
      },
      farewell: wordPage('Interlock is registered', 'Close this page: the terminal says how to go on.'),
    },
    signal,
  )
  try {
    options.announce(loopback.address)
    return await loopback.done
  } finally {
    await loopback.close()
  }
}
