/**
 * The same value without the fields that hold `undefined`, at any depth: what a trip through JSON would leave.
 * Readers of YAML give `undefined` for an optional field; the domain's types leave the field out.
 */
export function withoutUndefined<Type>(value: unknown): Type {
  if (Array.isArray(value)) return value.map((entry) => withoutUndefined(entry)) as Type;
  if (typeof value !== 'object' || value === null) return value as Type;
  const kept = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutUndefined(entry)])) as Type;
}
