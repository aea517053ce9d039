import type { SystemMap } from '../../domain/system-map.js'

/** The map as a Mermaid flowchart, which GitHub draws in Markdown: an arrow leads from who relies to who promises. */
export function renderMapMermaid(map: SystemMap): string {
  const ids = new Map(map.services.map(({ id }, index) => [id, `s${index}`]))
  const nodes = map.services.map(({ id }) => `  ${ids.get(id)}["${label(id)}"]`)
  const edges = map.contracts.flatMap(({ consumer, provider, kind, elements, strength }) => {
    const [from, to] = [ids.get(consumer), ids.get(provider)]
    const arrow = strength === 'weak' ? '-.->' : '-->'
    return from && to ? [`  ${from} ${arrow}|"${label(`${kind} ${elements.length}`)}"| ${to}`] : []
  })
  return `${['flowchart LR', ...nodes, ...edges].join('\n')}\n`
}

/** Names come from repositories: what Mermaid or HTML would read as their own is spelt by its number. */
function label(text: string): string {
  return text.replace(/[^\p{L}\p{N} ./_-]/gu, (each) => `#${each.codePointAt(0)};`)
}
