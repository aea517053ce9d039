import type { Grammar } from '../../domain/outline.js'

/** The scripts of a component, and the grammar that they are written in. */
export type Scripts = { readonly text: string; readonly grammar: Grammar }

/** A script: its attributes, and where its content stands. */
type Script = { readonly attributes: string; readonly start: number; readonly end: number }

/**
 * A component (`.vue`, `.svelte`) with everything but the content of its scripts blanked out, so that every line of
 * code keeps its number. Several scripts of one component see each other's names, as they do at run time.
 */
export function scriptsOf(component: string): Scripts {
  let text = ''
  let end = 0
  let grammar: Grammar = 'javascript'
  for (const script of findScripts(component)) {
    text += blank(component.slice(end, script.start)) + component.slice(script.start, script.end)
    end = script.end
    grammar = grammarOf(script.attributes) ?? grammar
  }
  return { text: text + blank(component.slice(end)), grammar }
}

/** One pass from left to right: an end that is missing is the end of the file, so no text is looked at twice. */
function findScripts(component: string): readonly Script[] {
  const scripts: Script[] = []
  const opening = /<!--|<script(?=[\s>])/gi
  const closing = /<\/script\s*>/gi
  for (let match = opening.exec(component); match; match = opening.exec(component)) {
    const from = opening.lastIndex
    if (match[0] === '<!--') {
      opening.lastIndex = indexAfter(component, '-->', from)
      continue
    }
    const start = endOfTag(component, from)
    closing.lastIndex = start
    const end = closing.exec(component)?.index ?? component.length
    scripts.push({ attributes: component.slice(from, start), start, end })
    opening.lastIndex = end
  }
  return scripts
}

function indexAfter(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from)
  return index < 0 ? text.length : index + part.length
}

/** After the `>` of a tag that stands in no quotes: `generic="T extends Map<string, Order>"`. */
function endOfTag(text: string, from: number): number {
  let quote = ''
  for (let index = from; index < text.length; index++) {
    const character = text.charAt(index)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return index + 1
  }
  return text.length
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}

function grammarOf(attributes: string): Grammar | null {
  const language = /\blang\s*=\s*["']?(\w+)/.exec(attributes)?.[1]
  if (language === 'ts' || language === 'typescript') return 'typescript'
  return language === 'tsx' || language === 'jsx' ? 'tsx' : null
}
