/** Words that are never a column where they stand without quotes: of any dialect, and units and types that follow none. */
export const keywords: ReadonlySet<string> = new Set(
  `all and any array as asc at between both by case cast check collate column conflict constraint create cross current
  current_date current_time current_timestamp current_user date_part day day_hour default delete desc distinct div do
  double duplicate else end escape except exists explain false fetch filter first following for from full glob group grouping
  having hour if ignore ilike in inner insert intersect interval into is isnull join key last lateral leading left like limit
  localtime localtimestamp locked materialized match microsecond minute mod month natural next no not nothing notnull nowait
  null nulls of offset on only or order ordinality others outer over overlaps partition placing preceding precision quarter range
  read recursive regexp replace restrict returning right rlike row rows second select separator session_user set sets share
  similar skip some sounds straight_join symmetric table tablesample then ties time timestamp to top trailing true unbounded
  union unique unknown update user using value values varying view week when where window with within without xor year zone`.split(
    /\s+/,
  ),
)

/** Words that may follow a table and are no alias of it. */
export const afterTable: ReadonlySet<string> = new Set(
  `on using where group having order limit offset fetch window union except intersect join left right full inner outer cross
  natural straight_join set values select default returning for use force ignore with tablesample as when lateral only partition
  pivot unpivot qualify lock option do into`.split(/\s+/),
)
