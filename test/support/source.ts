import { readdirSync, readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The repository's root, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Paths from the root of all files below a folder, with `/` between folders; data folders are left out. */
export function filesBelow(folder: string, ending = '.ts'): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, `${entry.parentPath}${sep}${entry.name}`).split(sep).join('/'))
    .filter((path) => !/\/(fixtures|samples)\//.test(path))
    .sort()
}

export function read(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8')
}

export type FunctionSize = { readonly name: string; readonly lines: number; readonly parameters: number }

/** Every named function and method of a file, with its length. */
export function functionsOf(path: string): FunctionSize[] {
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)
  const found: FunctionSize[] = []
  visit(file)
  return found

  function visit(node: ts.Node): void {
    if (isNamedFunction(node)) {
      const line = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1
      const start = line(node.getStart(file))
      found.push({
        name: `${path}:${start}`,
        lines: line(node.end) - start + 1,
        parameters: node.parameters.length,
      })
    }
    ts.forEachChild(node, visit)
  }
}

function isNamedFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node))
    return true
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false
  return ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent)
}

/** The value below which the given share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
