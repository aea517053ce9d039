import type { ElementRule, Framework } from '../domain/framework.js'

/** `-s, --server <url>`: what is written tells that it is an option, whatever it is called on. */
const written = {
  on: 'call',
  name: ['option', 'requiredOption', 'Option', 'addOption'],
  firstArgument: '^-',
} as const
const yargs = 'yargs(?:\\.\\w+|\\(\\))*'

const rules: readonly ElementRule[] = [
  {
    id: 'option',
    emit: 'element',
    match: written,
    action: 'declares',
    element: 'flag {flag}',
    words: { flag: { from: ['argument 0'], fit: '(?:^|[\\s,|])(--[\\w-]+)' } },
    details: { default: { from: ['argument 2'], fit: '^([^{}]+)$' } },
  },
  {
    id: 'short',
    emit: 'element',
    match: written,
    action: 'declares',
    element: 'flag {flag}',
    words: { flag: { from: ['argument 0'], fit: '^(-\\w)(?=$|[\\s,|])' } },
  },
  {
    id: 'yargs',
    emit: 'element',
    match: { on: 'call', name: ['option'], receiverLike: yargs, minArguments: 1 },
    action: 'declares',
    element: 'flag --{flag}',
    words: { flag: { from: ['argument 0'], fit: '^([\\w-]{2,})$' } },
    details: { type: ['argument 1 . type'], default: ['argument 1 . default'] },
  },
  {
    id: 'yargs-options',
    emit: 'element',
    match: { on: 'call', name: ['options'], receiverLike: yargs, minArguments: 1 },
    action: 'declares',
    element: 'flag --{flag}',
    each: ['argument 0'],
    words: { flag: { from: ['key'], fit: '^([\\w-]{2,})$' } },
    details: { type: ['item . type'], default: ['item . default'] },
  },
  {
    id: 'parse-args',
    emit: 'element',
    match: { on: 'call', name: ['parseArgs'], receiver: ['util', ''], minArguments: 1 },
    action: 'declares',
    element: 'flag --{flag}',
    each: ['argument 0 . options'],
    words: { flag: { from: ['key'], fit: '^([\\w-]{2,})$' } },
    details: { type: ['item . type'], default: ['item . default'] },
  },
]

/** Command-line options in JavaScript: Commander and CAC, yargs, Node's own. */
export const javascriptFlags: Framework = {
  id: 'javascript-flags',
  languages: ['typescript'],
  imports: ['commander', '@commander-js/*', 'cac', 'yargs', 'yargs/*', 'node:util', 'util'],
  gate: ['commander', 'cac', 'yargs', 'parseArgs'],
  rules,
}
