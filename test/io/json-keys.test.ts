import { describe, expect, test } from 'vitest';
import { repeatedKeys } from '../../src/io/json-keys.js';

describe('repeatedKeys', () => {
  test.each([
    ['jsn-001: a key twice', '{"kwh":"100","kwh":"200"}', ['kwh']],
    ['a key three times', '{"a":1,"a":2,"a":3}', ['a', 'a']],
    ['two keys twice', '{"a":1,"b":2,"b":3,"a":4}', ['b', 'a']],
    ['inside a record', '{"a":{"b":1,"c":2,"b":3}}', ['b']],
    ['inside a list', '[{"a":1},{"b":1,"b":2}]', ['b']],
    ['with a record between', '{"a":{"b":1},"a":2}', ['a']],
    ['after a list', '{"a":[1,{"b":2}],"c":3,"a":4}', ['a']],
    ['written in two ways', '{"ab":1,"\\u0061b":2}', ['ab']],
    ['with a quotation mark inside', '{"a\\"":1,"a\\"":2}', ['a"']],
    ['over several lines', '{\n  "a" : 1,\n  "a" : 2\n}', ['a']],
    ['the empty key', '{"":1,"":2}', ['']],
    ['a key that looks like a prototype', '{"__proto__":1,"__proto__":2}', ['__proto__']],
  ])('%s is named', (_, text, keys) => {
    expect(repeatedKeys(text)).toEqual(keys);
  });

  test.each([
    ['one record', '{"a":1,"b":2}'],
    ['two records of one list', '[{"a":1},{"a":2}]'],
    ['a record inside a record', '{"a":{"a":{"a":1}}}'],
    ['a record after a record', '{"a":{"c":1},"b":{"c":2}}'],
    ['a value like a key', '{"a":"b","b":"a"}'],
    ['a list of one text', '["a","a"]'],
    ['marks inside a text', '{"a":"\\"a\\":{[,","b":"}]:"}'],
    ['a backslash at the end of a text', '{"a":"\\\\","b":"\\\\"}'],
    ['another case', '{"kWh":1,"kwh":2}'],
    ['inherited names', '{"constructor":1,"toString":2}'],
    ['a text alone', '"a:a"'],
    ['a number alone', '1'],
  ])('%s repeats nothing', (_, text) => {
    expect(repeatedKeys(text)).toEqual([]);
  });

  test('a long text with many escaped letters is passed over', () => {
    expect(repeatedKeys(`{"a":"${'\\n'.repeat(100_000)}","a":1}`)).toEqual(['a']);
  });
});
