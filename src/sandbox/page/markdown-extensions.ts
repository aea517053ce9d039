import type { Options } from 'micromark'

type Syntax = NonNullable<Options['extensions']>[number]
type Rendering = NonNullable<Options['htmlExtensions']>[number]
type Rule = Extract<NonNullable<NonNullable<Syntax['text']>[string]>, { tokenize: unknown }>

/** A line ending within a paragraph as a break, unless a backslash before it has already made one. */
const lineBreak: Rule = {
  name: 'lineBreak',
  tokenize(effects, ok, nok) {
    if (this.events.at(-1)?.[1].type === 'hardBreakEscape') return nok
    return (code) => {
      effects.enter('hardBreakTrailing')
      effects.consume(code)
      effects.exit('hardBreakTrailing')
      return ok
    }
  },
}

/** In comments a line breaks where its writer broke it. The keys are the tokenizer's codes for CRLF, LF and CR. */
export const lineBreaks: Syntax = { text: { '-5': lineBreak, '-4': lineBreak, '-3': lineBreak } }

/** One long address that many references repeat makes megabytes of a small text; footnotes would share their anchors. */
export const withoutReferences: Syntax = {
  disable: { null: ['definition', 'gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'] },
}

/** What HTML may stay, exactly as it is spelled here once it has been escaped; comments are taken out whole. */
const allowed =
  /&lt;!--(?:-?&gt;|[\s\S]*?(?:--&gt;|$))|&lt;(\/?(?:details|summary|sub)|details open|br ?\/?)&gt;/g

type Handles = NonNullable<Rendering['exit']>
type Handle = NonNullable<Handles['htmlText']>

/** The default handlers escape HTML; what they have written is taken back to let the few allowed tags through. */
const release: Handle = function () {
  const escaped = this.resume()
  let at = 0
  for (const found of escaped.matchAll(allowed)) {
    this.raw(escaped.slice(at, found.index))
    if (found[1] !== undefined) this.tag(`<${found[1]}>`)
    at = found.index + found[0].length
  }
  this.raw(escaped.slice(at))
}

const hold: Handle = function () {
  this.buffer()
}

export const allowedHtml: Rendering = {
  enter: { htmlFlow: hold, htmlText: hold },
  exit: { htmlFlow: release, htmlText: release },
}
