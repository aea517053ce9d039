import type { Framework } from '../domain/framework.js'

/** Command-line options in Java: picocli and JCommander. */
export const javaFlags: Framework = {
  id: 'java-flags',
  languages: ['java'],
  imports: ['picocli.*', 'com.beust.jcommander.*'],
  gate: ['picocli', 'jcommander'],
  rules: [
    {
      id: 'option',
      emit: 'element',
      match: {
        on: 'decorator',
        name: ['Option', 'Parameter'],
        importing: ['picocli.*', 'com.beust.jcommander.*'],
      },
      action: 'declares',
      element: 'flag {flag}',
      each: ['keyword names'],
      words: { flag: { from: ['item'], fit: '^(--?[A-Za-z][\\w-]*)$' } },
    },
  ],
}
