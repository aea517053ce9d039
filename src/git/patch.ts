import type { Hunk, HunkLine } from '../domain/diff.js'

/** What a patch says of one file. */
export type PatchSection = {
  readonly hunks: readonly Hunk[]
  readonly binary: boolean
  /** A limit was passed; the hunks were dropped. */
  readonly tooLarge: boolean
}

export type PatchLimits = {
  /** Lines and characters of one file's hunks. */
  readonly lines: number
  readonly characters: number
}

type OpenHunk = { -readonly [Key in keyof Hunk]: Hunk[Key] } & { readonly lines: HunkLine[] }

type OpenSection = { hunks: Hunk[]; binary: boolean; tooLarge: boolean; lines: number; characters: number }

/**
 * Reads a patch line by line into one section for each `diff --git`, in git's order. Lines of a hunk are counted, so that
 * no content can be taken for a header. Names are not read: the raw listing has them without quotes, in the same order.
 */
export function createPatchReader(limits: PatchLimits): {
  readonly take: (line: string) => void
  readonly sections: readonly PatchSection[]
} {
  const sections: OpenSection[] = []
  let hunk: OpenHunk | null = null
  let left = { old: 0, new: 0 }

  const openHunk = (line: string) => {
    const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line)
    if (!header) return
    const [oldStart, oldCount, newStart, newCount] = [1, 2, 3, 4].map((group) => Number(header[group] ?? 1))
    hunk = {
      oldStart: oldStart ?? 0,
      oldCount: oldCount ?? 0,
      newStart: newStart ?? 0,
      newCount: newCount ?? 0,
      lines: [],
    }
    left = { old: hunk.oldCount, new: hunk.newCount }
    const section = sections.at(-1)
    if (section && !section.tooLarge) section.hunks.push(hunk)
  }

  const takeHeader = (line: string) => {
    hunk = null
    if (line.startsWith('diff --git ')) sections.push(newSection())
    else if (line.startsWith('@@ ')) openHunk(line)
    else if (line.startsWith('Binary files ')) markBinary(sections.at(-1))
  }

  const takeLine = (line: string, open: OpenHunk) => {
    const next = readLine(line, open, left)
    if (next.old !== null) left.old -= 1
    if (next.new !== null) left.new -= 1
    count(sections.at(-1), line, limits)
    if (sections.at(-1)?.tooLarge) return
    open.lines.push(next)
  }

  return {
    sections,
    take(line) {
      if (hunk && line.startsWith('\\')) markLastLine(hunk)
      else if (hunk && left.old + left.new > 0) takeLine(line, hunk)
      else takeHeader(line)
    },
  }
}

function newSection(): OpenSection {
  return { hunks: [], binary: false, tooLarge: false, lines: 0, characters: 0 }
}

function markBinary(section: OpenSection | undefined): void {
  if (section) section.binary = true
}

function count(section: OpenSection | undefined, line: string, limits: PatchLimits): void {
  if (!section) return
  section.lines += 1
  section.characters += line.length
  if (section.lines <= limits.lines && section.characters <= limits.characters) return
  section.tooLarge = true
  section.hunks = []
}

function readLine(line: string, hunk: Hunk, left: { old: number; new: number }): HunkLine {
  const text = line.slice(1)
  const old = hunk.oldStart + hunk.oldCount - left.old
  const now = hunk.newStart + hunk.newCount - left.new
  if (line.startsWith('+')) return { type: 'added', old: null, new: now, text }
  if (line.startsWith('-')) return { type: 'removed', old, new: null, text }
  return { type: 'context', old, new: now, text }
}

/** `\ No newline at end of file` speaks of the line before it. */
function markLastLine(hunk: OpenHunk): void {
  const last = hunk.lines.pop()
  if (last) hunk.lines.push({ ...last, endsFile: true })
}
