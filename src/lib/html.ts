/** Markup that is safe to send: everything that was put into it has been escaped. */
export class Html {
  constructor(readonly text: string) {}
}

export type Content = Html | string | number | null | false | readonly Content[]

/** A template whose values are text unless they are markup already; null and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(
    strings.map((part, at) => part + (at < values.length ? render(values[at] ?? null) : '')).join(''),
  )
}

function render(value: Content): string {
  if (value === null || value === false) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return value.map(render).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (each) => entities[each] ?? each)
}
