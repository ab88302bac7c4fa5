import { useEffect, useState } from 'react'

/** Gives the value once it has stood still for so long (ms): a row passed by, a word being typed, need not be looked up. */
export function useSettled<Value>(value: Value, restMs: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return settled
}
