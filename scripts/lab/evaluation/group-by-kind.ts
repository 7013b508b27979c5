/** Queries of one kind, as places in the list of all; the kind "all" holds every one. */
export type QueryGroup = { readonly kind: string; readonly places: readonly number[] };

/** All queries, then those of each kind, in the order in which the kinds first come. */
export function groupByKind(queries: readonly { readonly kind?: string }[]): QueryGroup[] {
  const places = [...queries.keys()];
  const kinds = [...new Set(queries.map(({ kind }) => kind))].filter((kind) => kind !== undefined);
  return [
    { kind: 'all', places },
    ...kinds.map((kind) => ({ kind, places: places.filter((place) => queries[place]?.kind === kind) })),
  ];
}

/** The values of a group, out of one for every query. */
export const valuesOf = <Value>(values: readonly Value[], { places }: QueryGroup): Value[] =>
  values.filter((_value, place) => places.includes(place));
