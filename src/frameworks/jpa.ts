import type { ElementRule, Framework, Word } from '../domain/framework.js'

/** What Hibernate and Spring make of names by default: `order_item`, with the class's name where no table is told. */
const table: Word = {
  from: ['class decorator Table keyword name', 'keyword name'],
  guess: { from: ['class'], spell: ['snake'] },
}

const written = '@(?:Column|JoinColumn)\\([^)]{0,300}?\\bname\\s*=\\s*"([^"]+)"'
/** Fields that are no columns: collections, what is derived, what another table keeps. */
const none =
  '@(?:Transient|OneToMany|ManyToMany|ManyToOne|OneToOne|Embedded|EmbeddedId|ElementCollection|Formula|JoinColumn|Column\\([^)]{0,300}?\\bname\\s*=)'

const entity = {
  on: 'decorator',
  name: ['Entity'],
  importing: ['jakarta.persistence*', 'javax.persistence*'],
} as const

const rules: readonly ElementRule[] = [
  { id: 'entity', emit: 'element', match: entity, action: 'uses', element: 'sql {table}', words: { table } },
  {
    id: 'column',
    emit: 'element',
    match: entity,
    action: 'uses',
    element: 'sql {table}.{column}',
    each: ['fields'],
    eachHolds: { 'item tag': written },
    words: { table, column: { from: ['item tag'], fit: written } },
  },
  {
    id: 'field',
    emit: 'element',
    match: entity,
    action: 'uses',
    element: 'sql {table}.{column}',
    certainty: 'likely',
    each: ['fields'],
    eachHolds: { 'item tag': `^(?![\\s\\S]*${none})` },
    words: { table, column: { from: ['key'], spell: ['snake'] } },
  },
]

/** JPA: the tables and columns that entities stand for. */
export const jpa: Framework = {
  id: 'jpa',
  languages: ['java'],
  imports: ['jakarta.persistence*', 'javax.persistence*'],
  gate: ['@Entity'],
  rules,
}
