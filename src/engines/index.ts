/**
 * Trusted programs behind function types: our settings, our limits, no network, no shell. So far the parser; what it gives
 * is a plain tree, and what a tree means is said by the languages. Deliberately absent: tree-sitter's queries, whose running
 * time over a hostile text has no bound (four seconds for one chain of a hundred thousand calls).
 */
export { createLazyParser, createParser, type LazyParser } from './tree-sitter/parser.js'
