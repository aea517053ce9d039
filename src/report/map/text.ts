import type { Counts, MappedContract, SystemMap } from '../../domain/system-map.js'
import { painter, type TerminalLook } from '../terminal.js'
import { clip, counted, visible } from '../visible.js'

/** The map for a terminal: each service with what it promises, whom it relies on, and what leads to nobody known. */
export function renderMapText(map: SystemMap, look: TerminalLook): string {
  const paint = painter(look)
  const blocks = map.services.map((service) => {
    const lines = [
      `${paint('cyan', visible(service.id))}${paint('dim', place(service))}`,
      ...row('provides', countsText(service.provides)),
      ...row('consumes', countsText(service.consumes)),
      ...map.contracts
        .filter(({ consumer }) => consumer === service.id)
        .map((each) => `  → ${visible(each.provider)}  ${contractText(each)}`),
      ...map.unresolved
        .filter(({ consumer }) => consumer === service.id)
        .map((each) => {
          const names = each.names === '' ? '' : ` at ${visible(each.names)}`
          return `  ${paint('yellow', '?')} ${counted(each.elements.length, each.kind)}${names}: ${visible(listed(each.elements))}`
        }),
    ]
    return lines.map((line) => clip(line, Math.max(look.width, 60))).join('\n')
  })
  const total = `${counted(map.services.length, 'service')}, ${counted(map.contracts.length, 'contract')} between them`
  return `${[...blocks, paint('dim', total)].join('\n\n')}\n`
}

function place({ repository, folder }: { readonly repository: string; readonly folder: string }): string {
  return `  ${visible(folder === '' ? repository : `${repository} ${folder}/`)}`
}

function row(name: string, text: string): readonly string[] {
  return text === '' ? [] : [`  ${name} ${text}`]
}

function countsText(counts: Counts): string {
  return Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')
}

/** `http, 3 elements in 5 places`, and that it is a guess where it is one. */
function contractText({ kind, elements, places, strength }: MappedContract): string {
  const sure = strength === 'weak' ? ', perhaps' : ''
  return `${kind}: ${counted(elements.length, 'element')} in ${counted(places, 'place')}${sure}`
}

const shown = 3

function listed(elements: readonly string[]): string {
  const rest = elements.length - shown
  return `${elements.slice(0, shown).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
