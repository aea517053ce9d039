import { type Content, type Html, html } from './html.js'

export type PageHead = {
  readonly title: string
  /** Where the page asks whether it has become old, and what it is now. */
  readonly watch?: { readonly address: string; readonly state: string; readonly busy: boolean }
}

/** A whole page. Without scripts it loads itself again while something is going on. */
export function layout(head: PageHead, body: Content): string {
  const { watch } = head
  const script =
    watch &&
    html`<script src="/-/watch.js" data-address="${watch.address}" data-state="${watch.state}" defer></script>`
  const page: Html = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${head.title}</title>
<link rel="stylesheet" href="/-/style.css">
${script ?? null}
${watch?.busy ? html`<noscript><meta http-equiv="refresh" content="3"></noscript>` : null}
</head>
<body>
<header class="top">
  <a class="home" href="/">acme</a>
  <span>A stand-in for GitHub on this machine</span>
</header>
<main>${body}</main>
</body>
</html>`
  return `<!doctype html>\n${page.text}\n`
}

/** Asks every second and a half what the page shows, and loads it again when that has changed and nobody is typing. */
export const watchScript = `const { address, state } = document.currentScript.dataset
const isTyping = () => [...document.querySelectorAll('textarea')].some((each) => each.value !== '')
async function watch() {
  try {
    const answer = await fetch(address)
    if (answer.ok && (await answer.text()) !== state && !isTyping()) location.reload()
  } catch {
    // The stand-in was stopped; the page stays as it is.
  }
}
setInterval(watch, 1500)
document.querySelectorAll('textarea').forEach((each) =>
  each.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) each.form.requestSubmit()
  }),
)
`
