import { type Content, Html, html } from './html.js'

type Span = { readonly pattern: RegExp; readonly render: (found: RegExpExecArray) => Content }

/** What may stand within a line, tried in order at every place. What is nothing of it is plain text, and escaped. */
const spans: readonly Span[] = [
  { pattern: /\\([!-/:-@[-`{-~])/y, render: (found) => found[1] ?? '' },
  {
    pattern: /(`+)(?!`)([\s\S]*?[^`])\1(?!`)/y,
    render: (found) => html`<code>${unpadded(found[2] ?? '')}</code>`,
  },
  { pattern: /&(?:[a-z]+|#\d{1,7});/y, render: (found) => new Html(found[0]) },
  { pattern: /<!--[\s\S]*?-->/y, render: () => '' },
  { pattern: /<br ?\/?>/y, render: () => new Html('<br>') },
  {
    pattern: /<(sub|sup|kbd|b|i)>([\s\S]*?)<\/\1>/y,
    render: (found) => wrapped(found[1] ?? '', found[2] ?? ''),
  },
  {
    pattern: /\[((?:`[^`]*`|\\.|[^[\]\\])*)\]\(((?:https?:\/\/|\/|#)[^\s()<>"]*)\)/y,
    render: (found) => link(found[2] ?? '', inline(found[1] ?? '')),
  },
  { pattern: /https?:\/\/[^\s<>"'`)]*[^\s<>"'`).,;:!?]/y, render: (found) => link(found[0], found[0]) },
  {
    pattern: /\*\*(?=\S)([\s\S]*?\S)\*\*/y,
    render: (found) => html`<strong>${inline(found[1] ?? '')}</strong>`,
  },
  {
    pattern: /\*(?=[^\s*])([^*\n]*?[^\s*])\*(?!\*)/y,
    render: (found) => html`<em>${inline(found[1] ?? '')}</em>`,
  },
  { pattern: /~~(?=\S)([\s\S]*?\S)~~/y, render: (found) => html`<del>${inline(found[1] ?? '')}</del>` },
  {
    pattern: /(?<![\w`])@[\w-]+(?:\/[\w-]+)?/y,
    render: (found) => html`<strong class="mention">${found[0]}</strong>`,
  },
  { pattern: /\n/y, render: () => new Html('<br>\n') },
]

/** One paragraph's Markdown as markup. Never an element, an address or an attribute that is not in the list above. */
export function inline(text: string): Html {
  const parts: Content[] = []
  let plain = ''
  for (let at = 0; at < text.length; ) {
    const found = spanAt(text, at)
    if (found) {
      parts.push(plain, found.content)
      plain = ''
      at = found.end
    } else plain += text[at++]
  }
  return html`${[...parts, plain]}`
}

function spanAt(text: string, at: number): { content: Content; end: number } | null {
  if (/[\w ]/.test(text[at] ?? '') && !text.startsWith('http', at)) return null
  for (const { pattern, render } of spans) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) continue
    const end = pattern.lastIndex
    return { content: render(found), end }
  }
  return null
}

/** A code span that begins and ends with a space loses one of each. */
function unpadded(code: string): string {
  return /^ .*\S.* $/s.test(code) ? code.slice(1, -1) : code
}

function wrapped(name: string, inner: string): Html {
  return new Html(`<${name}>${inline(inner).text}</${name}>`)
}

function link(address: string, label: Content): Html {
  return html`<a href="${address}" rel="noreferrer">${label}</a>`
}
