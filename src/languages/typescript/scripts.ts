import type { Grammar } from '../../domain/outline.js'

/** The scripts of a component, and the grammar that they are written in. */
export type Scripts = { readonly text: string; readonly grammar: Grammar }

/** A comment, or a script with its attributes and content. */
const blocks = /<!--[\s\S]*?(?:-->|$)|<script\b((?:"[^"]*"|'[^']*'|[^"'>])*)>([\s\S]*?)<\/script\s*>/gi

/**
 * A component (`.vue`, `.svelte`) with everything but the content of its scripts blanked out, so that every line of
 * code keeps its number. Several scripts of one component see each other's names, as they do at run time.
 */
export function scriptsOf(component: string): Scripts {
  let text = ''
  let end = 0
  let grammar: Grammar = 'javascript'
  for (const match of component.matchAll(blocks)) {
    const content = match[2]
    if (content === undefined) continue
    const start = match.index + match[0].lastIndexOf('</') - content.length
    text += blank(component.slice(end, start)) + content
    end = start + content.length
    grammar = grammarOf(match[1] ?? '') ?? grammar
  }
  return { text: text + blank(component.slice(end)), grammar }
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}

function grammarOf(attributes: string): Grammar | null {
  const language = /\blang\s*=\s*["']?(\w+)/.exec(attributes)?.[1]
  if (language === 'ts' || language === 'typescript') return 'typescript'
  return language === 'tsx' || language === 'jsx' ? 'tsx' : null
}
