import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { joinStylesheets } from '../../server/storage/join-stylesheets.ts';

const join = (sheets: Readonly<Record<string, string>>) =>
  Object.fromEntries(joinStylesheets(new Map(Object.entries(sheets))));

describe('joined stylesheets', () => {
  it('stand in the order in which they are imported, and only in the one that imports them', () => {
    const sheets = {
      'css/a.css': '.a {\n  color: red;\n}\n',
      'css/b.css': '@import "../deep/c.css";\n.b,\n.bb {\n  color: red;\n}\n',
      'deep/c.css': '@media print {\n  .c {\n    color: red;\n  }\n}\n',
      'other.css': '.o { color: red }',
      'site.css': '@import "./css/b.css";\n@import "css/a.css";\n',
    };
    assert.deepEqual(join(sheets), {
      'other.css': '.o { color: red }\n',
      'site.css': '@media print {.c {color: red;}\n}\n.b,.bb {color: red;}\n.a {color: red;}\n',
    });
  });

  it('lose comments, with the imports in them, and nothing else', () => {
    const css = `/* It's "one" of @import "gone.css"; */
.a::before {
  content: "/* kept: it's \\" a string */"; /* gone */
  content: '/* kept "too" */';
  margin: 0 /* gone */ 1px;
}
/* one */ .b { color: red } /**/
`;
    assert.deepEqual(join({ 'site.css': css }), {
      'site.css': `.a::before {content: "/* kept: it's \\" a string */";content: '/* kept "too" */';margin: 0  1px;}
.b { color: red }
`,
    });
  });

  it('keep the whitespace that has a meaning', () => {
    const css = '.a\n.b > .c :hover {\n  margin: 0\n    1px;\n  font:\n    600 1rem a,\n    b;\n}\n';
    assert.deepEqual(join({ 'site.css': css }), {
      'site.css': '.a\n.b > .c :hover {margin: 0\n1px;font:\n600 1rem a,b;}\n',
    });
  });

  it('leave an import with a condition to the browser', () => {
    assert.deepEqual(join({ 'site.css': '@import "paper.css" print;', 'paper.css': 'p { margin: 0 }' }), {
      'site.css': '@import "paper.css" print;\n',
      'paper.css': 'p { margin: 0 }\n',
    });
  });

  it('are refused if one is not there', () => {
    assert.throws(() => join({ 'site.css': '@import "css/gone.css";' }), {
      message:
        'The stylesheet site.css imports css/gone.css, which is not there: take the import out, or put the file back.',
    });
  });

  it('are refused if one leads back to itself', () => {
    assert.throws(() => join({ 'a.css': '@import "b.css";', 'b.css': '@import "a.css";' }), {
      message: 'The stylesheet b.css imports a.css, and so itself: take one of the imports out.',
    });
    assert.throws(() => join({ 'a.css': '@import "a.css";' }), {
      message: 'The stylesheet a.css imports a.css, and so itself: take one of the imports out.',
    });
  });
});
