/** Elements that a text may open by itself; all others come from the renderer and are closed by it. */
const loose = new Set(['details', 'summary', 'sub'])
const single = new Set(['br', 'hr', 'input'])

type Open = { readonly name: string; readonly end: string }

/**
 * Rendered Markdown as the page takes it: every element is closed within the one it was opened in and none is closed
 * that was not opened; links are bare http, https or relative addresses; images are links to them; fences have colours.
 * Takes markup whose text and attributes are escaped, so that a `<` or `>` is always a tag's own.
 */
export function finish(rendered: string): string {
  const open: Open[] = []
  const closed = coloured(rendered).replace(/<(\/?)([a-z]+\d?)([^>]*)>/g, (tag, slash, name, rest) => {
    if (single.has(name)) return tag
    if (name === 'img') return image(rest, open)
    return slash ? close(name, open) : start(tag, name, open)
  })
  return closed + endOf(open, 0)
}

function start(tag: string, name: string, open: Open[]): string {
  const address = name === 'a' ? addressOf(tag, 'href') : null
  const isText = name === 'a' && address === null
  open.push({ name, end: isText ? '' : `</${name}>` })
  if (isText) return ''
  return address === null ? tag : linkTo(address)
}

/** The end of an element with all that was left open in it; an end without its beginning is dropped. */
function close(name: string, open: Open[]): string {
  if (loose.has(name) && open.at(-1)?.name !== name) return ''
  return endOf(
    open,
    open.findLastIndex((each) => each.name === name),
  )
}

function endOf(open: Open[], from: number): string {
  return open
    .splice(from)
    .reverse()
    .map((each) => each.end)
    .join('')
}

/** Nothing is loaded from elsewhere: an image is a link with its description. */
function image(attributes: string, open: readonly Open[]): string {
  const address = addressOf(attributes, 'src')
  const text = /alt="([^"]*)"/.exec(attributes)?.[1] || 'image'
  const isLinked = address === null || open.some((each) => each.name === 'a')
  return isLinked ? text : `${linkTo(address)}${text}</a>`
}

function linkTo(address: string): string {
  return `<a href="${address}" rel="noreferrer">`
}

/** The escaped address of an attribute; null when it is empty or has another scheme than http or https. */
function addressOf(tag: string, attribute: 'href' | 'src'): string | null {
  const address = new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1] ?? ''
  if (address === '') return null
  return /^https?:/i.test(address) || /^[^:]*(?:[/?#]|$)/.test(address) ? address : null
}

/** Code without the renderer's class; `diff` and `suggestion` with a colour for each line. */
function coloured(rendered: string): string {
  return rendered.replace(
    /<pre><code(?: class="language-([^"]*)")?>([^<]*)<\/code><\/pre>/g,
    (_, language, code) => {
      const lines: string[] = code.replace(/\n$/, '').split('\n')
      if (language === 'diff') return `<pre class="diff"><code>${lines.map(diffLine).join('')}</code></pre>`
      if (language !== 'suggestion') return `<pre><code>${lines.join('\n')}</code></pre>`
      const rows = lines.map((line) => `<span class="added">+ ${line}\n</span>`).join('')
      return `<div class="suggestion"><div>Suggested change</div><pre><code>${rows}</code></pre></div>`
    },
  )
}

function diffLine(line: string): string {
  const kind = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'context'
  return `<span class="${kind}">${line}\n</span>`
}
