/** Paths into form values, written `name`, `address.city` or `contacts.0.email`. */

type Leaf = string | number | boolean | bigint | Date | File | Blob | null | undefined

/** All paths of a value type, four levels deep. */
export type PathOf<T, Depth extends 1[] = []> = Depth['length'] extends 4
  ? never
  : T extends Leaf
    ? never
    : T extends readonly (infer Item)[]
      ? `${number}` | Prefixed<`${number}`, PathOf<NonNullable<Item>, [...Depth, 1]>>
      : T extends object
        ? { [K in keyof T & string]: K | Prefixed<K, PathOf<NonNullable<T[K]>, [...Depth, 1]>> }[keyof T & string]
        : never

type Prefixed<Head extends string, Rest> = Rest extends string ? `${Head}.${Rest}` : never

/** Type of the value at a path. */
export type ValueAt<T, Path> = Path extends `${infer Head}.${infer Rest}`
  ? ValueAt<NonNullable<Step<T, Head>>, Rest>
  : Step<T, Path>

type Step<T, Key> = T extends readonly (infer Item)[] ? Item : Key extends keyof T ? T[Key] : unknown

/** Reads the value at a path; undefined where the way ends early. */
export function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isBranch(value) ? Reflect.get(value, key) : undefined), root)
}

/** Gives a copy with the value at a path changed. Missing steps are made; only the branch on the way is copied. */
export function withValueAt<T>(root: T, path: string, value: unknown): T {
  return place(root, path.split('.'), value) as T
}

function place(branch: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value
  const next = place(isBranch(branch) ? Reflect.get(branch, key) : undefined, rest, value)
  if (Array.isArray(branch)) return Object.assign([...branch], { [key]: next })
  if (isBranch(branch)) return { ...branch, [key]: next }
  return /^\d+$/.test(key) ? Object.assign([], { [key]: next }) : { [key]: next }
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Blob)
}

/**
 * Gives a copy in which empty texts became `empty`: a field left blank is not filled in, whatever the schema says about
 * texts. Lists keep their length.
 */
export function emptyTextsAs(value: unknown, empty: null | undefined): unknown {
  if (value === '') return empty
  if (Array.isArray(value)) return value.map((item) => emptyTextsAs(item, empty))
  if (!isBranch(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, emptyTextsAs(part, empty)]))
}
