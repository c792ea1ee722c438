/**
 * Readers for values of unknown shape. A transcript promises nothing, so each answers `undefined`
 * for what it cannot use; the only casts of this package are here.
 */

/** An object whose fields may be anything, named by the fields that are read from it. */
export type Raw<Field extends string> = { readonly [name in Field]?: unknown };

/** Ids become keys of tables and labels of metrics: longer ones are refused, or a line could own the memory. */
const longestIdentifier = 256;

/** The object itself, seen as the fields that the caller will read; not an array, not null. */
export function asObject<Field extends string>(value: unknown): Raw<Field> | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Raw<Field>) : undefined;
}

/** The list itself, empty for anything else. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A name or an id: 1 to 256 characters. */
export function asIdentifier(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '' || value.length > longestIdentifier)
    return undefined;
  return value;
}

/** A number of things or of milliseconds: finite and not negative. */
export function asAmount(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER
    ? value
    : undefined;
}

/** An ISO-8601 time as epoch milliseconds. */
export function asTime(value: unknown): number | undefined {
  return typeof value === 'string' ? asAmount(Date.parse(value)) : undefined;
}
