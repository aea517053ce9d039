import type { EmbeddedRule, Framework } from '../domain/framework.js'

/** Functions that are given a query, in any client of a database. What is no SQL is told by its reader. */
const runs = [
  // Node: pg, mysql2, better-sqlite3, postgres.js, slonik, pg-promise, knex, Sequelize, TypeORM, Prisma, Drizzle
  ...['query', 'execute', 'exec', 'prepare', 'raw', 'run', 'get', 'all', 'each', 'unsafe', 'sql', 'begin'],
  ...['$queryRaw', '$queryRawUnsafe', '$executeRaw', '$executeRawUnsafe', 'one', 'oneOrNone', 'many'],
  ...['manyOrNone', 'none', 'any', 'maybeOne', 'anyFirst', 'oneFirst', 'iterate', 'pluck', 'escape'],
  // Python: the DB-API, asyncpg, databases, SQLAlchemy, Django, pandas
  ...['executemany', 'executescript', 'fetch', 'fetchrow', 'fetchval', 'fetch_one', 'fetch_all', 'fetch_val'],
  ...['text', 'exec_driver_sql', 'read_sql', 'read_sql_query', 'RunSQL', 'SQL', 'scalar', 'execute_sql'],
  // Go: database/sql, sqlx, pgx, GORM, XORM
  ...['Query', 'QueryContext', 'QueryRow', 'QueryRowContext', 'Exec', 'ExecContext', 'MustExec', 'Prepare'],
  ...['PrepareContext', 'Queryx', 'QueryxContext', 'QueryRowx', 'QueryRowxContext', 'NamedExec', 'Queue'],
  ...['NamedExecContext', 'NamedQuery', 'NamedQueryContext', 'Preparex', 'PrepareNamed', 'Rebind', 'Raw'],
  ...['Get', 'GetContext', 'Select', 'SelectContext', 'In', 'Named', 'PreparexContext', 'MustExecContext'],
  // JVM: JdbcTemplate, JdbcClient, JDBC, JPA, R2DBC
  ...['queryForObject', 'queryForList', 'queryForMap', 'queryForRowSet', 'queryForStream', 'update'],
  ...['batchUpdate', 'prepareStatement', 'prepareCall', 'createNativeQuery', 'executeQuery', 'executeUpdate'],
  ...['createStatement', 'executeLargeUpdate'],
  // .NET: ADO.NET, Dapper, Entity Framework
  ...['QueryAsync', 'QueryFirst', 'QueryFirstAsync', 'QueryFirstOrDefault', 'QueryFirstOrDefaultAsync'],
  ...['QuerySingle', 'QuerySingleAsync', 'QuerySingleOrDefault', 'QuerySingleOrDefaultAsync', 'Execute'],
  ...['QueryMultiple', 'QueryMultipleAsync', 'ExecuteAsync', 'ExecuteScalar', 'ExecuteScalarAsync'],
  ...['SqlCommand', 'NpgsqlCommand', 'SqliteCommand', 'MySqlCommand', 'FromSql', 'FromSqlRaw', 'SqlQuery'],
  ...['FromSqlInterpolated', 'ExecuteSql', 'ExecuteSqlRaw', 'ExecuteSqlRawAsync', 'ExecuteSqlInterpolated'],
  ...['ExecuteSqlInterpolatedAsync', 'ExecuteSqlAsync', 'SqlQueryRaw', 'CreateCommand'],
  // PHP: PDO, mysqli, Doctrine, Laravel
  ...['select', 'selectOne', 'insert', 'delete', 'statement', 'affectingStatement', 'unprepared', 'scalar'],
  ...['executeStatement', 'fetchAllAssociative', 'fetchAssociative', 'fetchOne', 'fetchFirstColumn'],
  ...[
    'fetchAllKeyValue',
    'mysqli_query',
    'pg_query',
    'addSql',
    'get_results',
    'get_row',
    'get_var',
    'get_col',
  ],
  // Ruby: ActiveRecord, pg, mysql2, sqlite3
  ...[
    'exec_query',
    'find_by_sql',
    'select_all',
    'select_value',
    'select_values',
    'select_rows',
    'select_one',
  ],
  ...['exec_params', 'count_by_sql', 'exec_update', 'exec_delete', 'async_exec', 'sanitize_sql'],
]

const text = [
  'argument 0',
  'argument 1',
  'argument 2',
  'argument 0 . text',
  'argument 0 . sql',
  'argument 0 . query',
  'keyword sql',
  'keyword query',
  'keyword statement',
  'keyword clause',
]

/** What takes a migration back says nothing of the schema. */
const notWithin = '(?:^|\\.)(?:down|downgrade|rollback|revert|Down)$'

/** Of annotations: those of Spring Data hold JPQL, but where they say otherwise; those of MyBatis hold SQL. */
const annotated: readonly EmbeddedRule[] = [
  {
    id: 'query',
    emit: 'embedded',
    match: { on: 'decorator', name: ['Query'], holds: { 'keyword nativeQuery': '^true$' } },
    language: 'sql',
    text: ['argument 0', 'keyword value'],
  },
  {
    id: 'annotation',
    emit: 'embedded',
    match: { on: 'decorator', name: ['NativeQuery', 'Select', 'Insert', 'Update', 'Delete', 'SqlQuery'] },
    language: 'sql',
    text: ['argument 0', 'keyword value'],
  },
]

/** SQL in texts of code, whatever client runs it. */
export const sqlTexts: Framework = {
  id: 'sql-texts',
  languages: ['typescript', 'python', 'go', 'java', 'csharp', 'php', 'ruby'],
  gate: ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'select ', 'insert into', 'update ', 'delete from'],
  rules: [
    {
      id: 'run',
      emit: 'embedded',
      match: { on: 'call', name: [...new Set(runs)], notWithin },
      language: 'sql',
      text,
    },
    ...annotated,
  ],
}
