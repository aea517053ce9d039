/**
 * A route template whose parameters are names alone: `{id:int}`, `{id?}` and `{page=1}` are `{id}`, `{page}`; `{**rest}` is
 * `{*rest}`. A constraint may hold braces of its own: `{code:regex(^\\d{{3}}$)}`.
 */
export function templateWithNames(text: string): string {
  let template = ''
  let depth = 0
  let isName = true
  for (const character of text) {
    if (character === '{') depth += 1
    if (depth === 1 && character !== '{' && character !== '}' && !/[\w*.-]/.test(character)) isName = false
    if (depth === 0 || (depth === 1 && (isName || character === '}' || character === '{')))
      template += character
    if (character === '}') depth = Math.max(0, depth - 1)
    if (depth === 0) isName = true
  }
  return template.replaceAll('{**', '{*')
}
