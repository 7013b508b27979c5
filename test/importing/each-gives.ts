import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

/** Asserts that every text is read as the same value; a failure names all texts that are not. */
export function eachGives<Value>(
  texts: readonly string[],
  read: (text: string) => Value,
  expected: NoInfer<Value>,
): void {
  const wrong = texts.flatMap((text) => {
    const got = read(text);
    return isDeepStrictEqual(got, expected) ? [] : [`${JSON.stringify(text)} gives ${JSON.stringify(got)}`];
  });
  assert.ok(wrong.length === 0, `${wrong.join('\n')}\ninstead of ${JSON.stringify(expected)}`);
}
