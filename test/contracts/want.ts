import type { Change } from '../../src/domain/change.js'

/** What a fixture expects: a rule tells of this very line. */
export type Want = {
  readonly side: 'base' | 'head'
  readonly path: string
  readonly line: number
  readonly rule: string
}

/** The expectations written in the files of one side: `# want http.route-removed` on the line that a rule must name. */
export function wantsIn(side: Want['side'], files: ReadonlyMap<string, string>): readonly Want[] {
  return [...files].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const [, rules = ''] = /(?:#|\/\/) want ([\w., -]+)/.exec(line) ?? []
      return rules
        .split(/,\s*/)
        .filter((rule) => rule !== '')
        .map((rule) => ({ side, path, line: index + 1, rule: rule.trim() }))
    }),
  )
}

/** What was wanted and not told, and what was told although no line wants it. */
export function agreement(wants: readonly Want[], changes: readonly Change[]) {
  const isTold = ({ rule, side, path, line }: Want, change: Change) => {
    const place = side === 'base' ? change.old : change.new
    return change.rule.id === rule && place?.path === path && place.line === line
  }
  return {
    missing: wants.filter((want) => !changes.some((change) => isTold(want, change))).map(spelt),
    extra: changes
      .filter((change) => !wants.some((want) => isTold(want, change)))
      .map(({ rule, text, old, new: head }) => `${rule.id} ${text} base:${old?.line} head:${head?.line}`),
  }
}

function spelt({ side, path, line, rule }: Want): string {
  return `${side}/${path}:${line} ${rule}`
}
