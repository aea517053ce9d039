import type { FileDiff } from '../domain/diff.js'

/** One line of `git diff-tree --raw`: what happened to one path, before its content is looked at. */
export type RawChange = {
  readonly status: FileDiff['status']
  /** A file became a link or a submodule, or the reverse: git tells it as a removal and an addition. */
  readonly typeChanged: boolean
  readonly submodule: boolean
  readonly old: RawSide
  readonly new: RawSide
}

type RawSide = FileDiff['old']

const statuses: Readonly<Record<string, FileDiff['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  T: 'modified',
  R: 'renamed',
  C: 'copied',
}

/** Reads `:<mode> <mode> <id> <id> <status>\0<path>\0`, with a second path after a rename or copy. */
export function readRawChanges(text: string): readonly RawChange[] {
  const changes: RawChange[] = []
  const fields = text.split('\0')
  for (let at = 0; fields[at]?.startsWith(':'); ) {
    const meta = fields[at] ?? ''
    const [first = '', second = ''] = fields.slice(at + 1, at + 3)
    const moved = /[RC]\d+$/.test(meta)
    changes.push(readChange(meta, first, moved ? second : first))
    at += moved ? 3 : 2
  }
  return changes
}

function readChange(meta: string, oldPath: string, newPath: string): RawChange {
  const [oldMode = '', newMode = '', oldId = '', newId = '', letter = ''] = meta.slice(1).split(' ')
  const status = statuses[letter.charAt(0)] ?? 'modified'
  return {
    status: status === 'modified' && oldId === newId ? 'mode' : status,
    typeChanged: letter.startsWith('T'),
    submodule: oldMode === '160000' || newMode === '160000',
    old: oldMode === '000000' ? null : { path: oldPath, blob: oldId },
    new: newMode === '000000' ? null : { path: newPath, blob: newId },
  }
}

/** Whether there is a content on both sides to compare, or one that came or went. */
export function hasContentChange(change: RawChange): boolean {
  return !change.submodule && change.old?.blob !== change.new?.blob
}

export function pathOf(change: RawChange): string {
  return (change.new ?? change.old)?.path ?? ''
}
