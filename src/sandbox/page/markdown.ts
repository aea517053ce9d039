import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { Html, html } from './html.js'
import { allowedHtml, lineBreaks, withoutReferences } from './markdown-extensions.js'
import { finish } from './markdown-finish.js'
import { isBearable } from './markdown-limits.js'

const options = {
  extensions: [gfm(), lineBreaks, withoutReferences],
  htmlExtensions: [gfmHtml(), allowedHtml],
}

/**
 * GitHub's Markdown as markup: tables, task lists, strikethrough and bare addresses; lines break where the writer broke
 * them. No address but http, https and relative ones, no image, and no HTML but `details`, `summary`, `sub` and `br`:
 * the rest is shown as text. What would take too long is shown as it was written.
 */
export function markdown(source: string): Html {
  if (!isBearable(source)) return html`<pre class="plain">${source}</pre>`
  return new Html(finish(micromark(source, options)))
}
