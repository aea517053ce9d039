/**
 * What we say: findings from impacts, and their shapes for a terminal, a document, a machine and a pull request. Every
 * word to a person about a review is written here. All of it is data: saying it is the publisher's. Texts that come from
 * repositories or the model pass through `visible` and `prose` and can do nothing where they are shown. Deliberately
 * absent: praise, scores, effort, and anything that is not cited.
 */
export { annotation } from './annotation.js'
export type { Cite } from './citing.js'
export { commentBody } from './comment.js'
export { conclude, type IncompletePolicy } from './conclude.js'
export { renderDiff } from './diff-text.js'
export { factRow, renderFacts } from './facts-text.js'
export { findingsOf, worstFirst } from './findings.js'
export type { FindingsInput } from './findings-input.js'
export { fingerprint } from './fingerprint.js'
export { renderJson } from './json.js'
export { renderMapMermaid } from './map/mermaid.js'
export { renderMapSvg } from './map/svg.js'
export { renderMapText } from './map/text.js'
export { codeSpan, type LinkTo, permalinks, placeLink, prose } from './markdown.js'
export { type PlanOptions, planPublication } from './plan.js'
export { renderMarkdown } from './report-markdown.js'
export { checkSummary, summaryComment } from './summary.js'
export type { TerminalLook } from './terminal.js'
export { renderText } from './text.js'
export { verdictTitle } from './verdict.js'
export { visible } from './visible.js'
