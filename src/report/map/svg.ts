import { Graph, layout } from '@dagrejs/dagre'
import type { MappedService, SystemMap } from '../../domain/system-map.js'
import { escapeHtml } from '../../lib/html.js'

type Point = { readonly x: number; readonly y: number }
type Box = Point & { readonly width: number; readonly height: number }

const lineHeight = 16
const letter = 7.2

/** The map as one picture that needs nothing beside it and follows the reader's colours. */
export function renderMapSvg(map: SystemMap): string {
  const graph = laidOut(map)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  const edges = map.contracts.map((each, index) => {
    const {
      points = [],
      x = 0,
      y = 0,
    } = graph.edge(each.consumer, each.provider, String(index)) as {
      points?: readonly Point[]
      x?: number
      y?: number
    }
    const dashed = each.strength === 'weak' ? ' class="weak"' : ''
    const text = `${each.kind} ${each.elements.length}`
    return `<g><title>${escapeHtml(each.elements.join('\n'))}</title><path${dashed} d="${pathOf(points)}" marker-end="url(#end)"/><text class="edge" x="${round(x)}" y="${round(y)}">${escapeHtml(text)}</text></g>`
  })
  const boxes = map.services.map((service) => boxOf(service, graph.node(service.id) as unknown as Box))
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Services and the contracts between them" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}">
<style>${style}</style>
<defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>
${[...edges, ...boxes].join('\n')}
</svg>
`
}

function laidOut(map: SystemMap) {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 28, ranksep: 90, marginx: 12, marginy: 12 })
  for (const service of map.services) {
    const lines = linesOf(service)
    const longest = Math.max(service.id.length, ...lines.map((line) => line.length))
    graph.setNode(service.id, { width: longest * letter + 24, height: (lines.length + 1) * lineHeight + 16 })
  }
  for (const [index, { consumer, provider, kind, elements }] of map.contracts.entries()) {
    const width = `${kind} ${elements.length}`.length * letter
    graph.setEdge(consumer, provider, { width, height: lineHeight, labelpos: 'c' }, String(index))
  }
  layout(graph)
  return graph
}

function linesOf({ provides, consumes }: MappedService): readonly string[] {
  const text = (side: string, counts: MappedService['provides']) => {
    const parts = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)
    return parts.length ? [`${side} ${parts.join(', ')}`] : []
  }
  return [...text('gives', provides), ...text('uses', consumes)]
}

function boxOf(service: MappedService, { x, y, width, height }: Box): string {
  const left = x - width / 2
  const top = y - height / 2
  const lines = linesOf(service).map(
    (line, index) =>
      `<text class="count" x="${round(left + 12)}" y="${round(top + 22 + (index + 1) * lineHeight)}">${escapeHtml(line)}</text>`,
  )
  const place = `${service.repository}${service.folder === '' ? '' : ` ${service.folder}/`}`
  return `<g><title>${escapeHtml(place)}</title><rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="6"/><text class="name" x="${round(left + 12)}" y="${round(top + 22)}">${escapeHtml(service.id)}</text>${lines.join('')}</g>`
}

function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(' ')
}

function round(value: number): string {
  return value.toFixed(1)
}

const style = `svg{background:#fff;color:#1f2328;font:12px ui-monospace,monospace}
rect{fill:#f6f8fa;stroke:#8c959f}
path{fill:none;stroke:#57606a}
path.weak{stroke-dasharray:5 4}
path.head{fill:#57606a;stroke:none}
text{fill:currentColor}
text.name{font-weight:700}
text.count,text.edge{fill:#57606a}
text.edge{text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:4px}
@media (prefers-color-scheme:dark){svg{background:#0d1117;color:#e6edf3}rect{fill:#161b22;stroke:#6e7681}path{stroke:#8b949e}path.head{fill:#8b949e}text.count,text.edge{fill:#9198a1}text.edge{stroke:#0d1117}}`
