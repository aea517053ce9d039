import type { ElementRule, Framework } from '../domain/framework.js'

const flag = { from: ['item'], fit: '^(--?[A-Za-z][\\w-]*)' } as const
const details = {
  type: { from: ['keyword type shown'], fit: '^(\\w+)$' },
  required: { from: ['keyword required'], fit: '^(true|True)$', spell: ['lower'] },
  default: { from: ['keyword default'], fit: '^([^{}]+)$' },
} as const

const rules: readonly ElementRule[] = [
  {
    id: 'argument',
    emit: 'element',
    match: { on: 'call', name: ['add_argument'], firstArgument: '^-' },
    action: 'declares',
    element: 'flag {flag}',
    each: ['texts'],
    words: { flag },
    details,
  },
  {
    id: 'option',
    emit: 'element',
    match: {
      on: 'decorator',
      name: ['option'],
      firstArgument: '^-',
      importing: ['click', 'rich_click', 'asyncclick'],
    },
    action: 'declares',
    element: 'flag {flag}',
    each: ['texts'],
    words: { flag },
    details,
  },
  {
    id: 'typer',
    emit: 'element',
    match: { on: 'call', name: ['Option'], receiver: ['typer'] },
    action: 'declares',
    element: 'flag {flag}',
    each: ['texts'],
    words: { flag },
  },
]

/** Command-line options in Python: argparse, click, typer, with the variables that stand for them. */
export const pythonFlags: Framework = {
  id: 'python-flags',
  languages: ['python'],
  imports: ['argparse', 'click', 'typer', 'rich_click', 'asyncclick'],
  gate: ['argparse', 'click', 'typer'],
  rules: [
    ...rules,
    {
      id: 'environment',
      emit: 'environment',
      match: {
        on: 'decorator',
        name: ['option', 'argument'],
        importing: ['click', 'rich_click', 'asyncclick'],
      },
      variable: 'keyword envvar',
      optional: true,
    },
    {
      id: 'typer-environment',
      emit: 'environment',
      match: { on: 'call', name: ['Option', 'Argument'], receiver: ['typer'] },
      variable: 'keyword envvar',
      optional: true,
    },
  ],
}
