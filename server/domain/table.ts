/** All that there is of a kind, by its id: the nations, the pages, the orders of results. */
type Table<Id extends string> = Readonly<Record<Id, unknown>>;

/**
 * The ids of a table, in its order. `Object.keys` gives them as texts of any kind, for an object may hold more than its
 * type says.
 */
export const idsIn = <Id extends string>(table: Table<Id>): Id[] => Object.keys(table) as Id[];

/** Whether a text is an id of a table; `constructor`, which every object has, is none. */
export const isIdIn = <Id extends string>(table: Table<Id>, text: string): text is Id =>
  Object.hasOwn(table, text);
