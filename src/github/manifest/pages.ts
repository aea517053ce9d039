import { createHash } from 'node:crypto'
import { Html, html } from '../../lib/html.js'
import type { AppDescription } from './app-description.js'

export type Registration = {
  readonly description: AppDescription
  readonly manifest: object
  /** Where the form goes. */
  readonly action: string
  /** The organization that will own the app; null for the person's own account. */
  readonly organization: string | null
  readonly githubUrl: string
  readonly serverUrl: string
}

/** The page with the one form: it shows what the app will be allowed to do before anything is sent. */
export function registrationPage(asked: Registration): Html {
  const { description, organization, githubUrl, serverUrl } = asked
  const permissions = Object.entries(description.default_permissions)
  return page(
    'Register Interlock',
    html`
<p>GitHub will make an app that ${organization ?? 'your own account'} owns. It sends its webhooks to
<code>${serverUrl}</code>.</p>
<p>Sign in to <a href="${githubUrl}" target="_blank" rel="noreferrer">${githubUrl}</a> first: this page opens only once.</p>
<form method="post" action="${asked.action}">
<input type="hidden" name="manifest" value="${JSON.stringify(asked.manifest)}">
<button>Continue on GitHub</button>
</form>
<h2>Permissions</h2>
<ul>${permissions.map(([name, access]) => html`<li><code>${name}</code>: ${access}</li>`)}</ul>
<h2>Events</h2>
<ul>${description.default_events.map((event) => html`<li><code>${event}</code></li>`)}</ul>`,
  )
}

/** A page that says one thing. */
export function wordPage(title: string, text: string): Html {
  return page(title, html`<p>${text}</p>`)
}

const style = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }
h2 { font-size: 1rem } button { font: inherit; padding: .5rem 1rem; cursor: pointer }`

/** No script, no frame, nothing loaded, this one style; the form goes to GitHub or nowhere. */
export function contentPolicy(githubUrl: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  const form = `form-action ${new URL(githubUrl).origin}`
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'; ${form}`
}

// The text of a style element is hashed as it stands, so it is markup and not escaped.
const styleElement = new Html(`<style>${style}</style>`)

function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title>${styleElement}</head>
<body><h1>${title}</h1>${body}</body>
</html>
`
}
