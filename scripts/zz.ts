import fc from 'fast-check';
import { lexMarkdown } from './indexing/passages/lex-markdown.ts';
import { parseBlocks } from './indexing/passages/parse-blocks.ts';

const bit = fc.constantFrom(
  'word',
  '1986. ',
  '12) ',
  '1. ',
  '2. ',
  '\n',
  '\n\n',
  '    ',
  '  ',
  '> ',
  '* ',
  '- ',
  '+ ',
  '# ',
  '## ',
  '| a | b |',
  '|---|---|',
  '```',
  '~~~',
  '[x]: http://a.b',
  '[x]',
  '[y][x]',
  '===',
  '---',
  '<!-- ',
  '-->',
  '<tag of x>',
  '<https://a.b>',
  'http://c.d',
  '&amp;',
  '&notes;',
  '\\',
  '*',
  '_',
  '**',
  '`',
  '![i](p.png)',
  '[@a2013, p. 4]',
  '[^1]',
  '[^1]: n',
  '[x] ',
  '[ ] ',
  '\t',
  '~~',
  '{#abcd}',
  '|',
  'Ünï',
  '9',
  '\u00a0',
  '<',
  '>',
  '(',
  ')',
  '"t"',
  '- [x] ',
  '- [ ] ',
);
let bad = 0,
  lost: Record<string, number> = {};
fc.assert(
  fc.property(
    fc.array(bit, { maxLength: 16 }).map((a) => a.join('')),
    (m) => {
      const t = lexMarkdown(m);
      if (
        t.map((x) => x.raw).join('').length !== m.length ||
        t
          .map((x) => x.raw)
          .join('')
          .replace(/\s/g, ' ') !== m.replace(/\s/g, ' ')
      ) {
        bad++;
        if (bad < 6) console.log('NOJOIN', JSON.stringify(m), JSON.stringify(t.map((x) => [x.type, x.raw])));
        return;
      }
      const r = parseBlocks(m, {});
      for (const p of r.problems) {
        const k = p.reason.replace(/“.*”|".*?"|\[.*?\]/g, '*').slice(0, 60);
        lost[k] = (lost[k] ?? 0) + 1;
        if (p.reason.startsWith('the words') && !/&notes|\]:|```|~~~/.test(m))
          console.log(JSON.stringify(m), p.reason.slice(0, 70));
      }
    },
  ),
  { numRuns: 60000 },
);
console.log(bad, lost);
