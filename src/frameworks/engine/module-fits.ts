/** Whether a module is what a rule names; `*` at its beginning or end stands for anything. */
export function moduleFits(module: string, wanted: string): boolean {
  const [isOpenBefore, isOpenAfter] = [wanted.startsWith('*'), wanted.endsWith('*')]
  const bare = wanted.slice(isOpenBefore ? 1 : 0, isOpenAfter ? -1 : undefined)
  if (isOpenBefore) return isOpenAfter ? module.includes(bare) : module.endsWith(bare)
  return isOpenAfter ? module.startsWith(bare) : module === bare
}
