import type { Setting } from './setting.js'

/** The settings of a `.properties` text: `orders.hosts[0]=a` is an item of `orders.hosts[]`. */
export function readProperties(text: string): readonly Setting[] {
  return text.split('\n').flatMap((line, index): readonly Setting[] => {
    const [, key, value = ''] =
      /^\s*([^\s#!=:\\][^\s=:\\]{0,199})\s*[=:]\s*(.*?)\s*$/.exec(line.slice(0, 2_000)) ?? []
    return key === undefined
      ? []
      : [{ key: key.replace(/\[\d+\]/g, '[]'), value: value || null, line: index + 1 }]
  })
}
