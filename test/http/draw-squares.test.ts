import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawSquares, type Picture, type Square } from '../../server/http/views/draw-squares.ts';

const square = (column: number, count: number): Square => ({
  column,
  text: String(count),
  shade: 1,
  href: `/${count}`,
  title: `${count} passages`,
});
const GRID: Picture = {
  name: 'a grid',
  form: 'grid',
  columns: ['A', 'B', 'C'].map((mark) => ({ mark, label: `Topic ${mark}`, href: `/tags/${mark}` })),
  rows: [
    { mark: '1', name: { label: 'First', href: '/essays/first' }, squares: [square(0, 4), square(2, 7)] },
    { mark: '2', name: { label: 'Second', href: '/essays/second' }, squares: [] },
  ],
};

describe('drawing squares', () => {
  it('puts each square under the head of its column and beside the mark of its row', () => {
    const { heads, rows } = drawSquares(GRID);
    const [first] = rows;
    assert.deepEqual(
      first?.squares.map(({ middle, square: { text } }) => [text, middle.x, middle.y]),
      [
        ['4', heads[0]?.x, first?.mark.y],
        ['7', heads[2]?.x, first?.mark.y],
      ],
    );
    assert.equal(rows[1]?.squares.length, 0);
    assert.ok((rows[1]?.mark.y ?? 0) > (first?.mark.y ?? 0));
  });

  it('puts the step of a stair where the squares below it stand in its column', () => {
    const rows = [
      { mark: 'A', squares: [] },
      { mark: 'B', squares: [square(0, 1)] },
      { mark: 'C', squares: [square(0, 2), square(1, 3)] },
    ];
    const drawn = drawSquares({ name: 'a stair', form: 'stair', columns: [], rows }).rows;
    assert.equal(drawn[2]?.squares[0]?.middle.x, drawn[0]?.mark.x);
    assert.equal(drawn[2]?.squares[1]?.middle.x, drawn[1]?.mark.x);
  });

  it('keeps everything within the drawing, and cuts a long name only', () => {
    const label = 'A name that goes on and on until no screen is wide enough to hold it to its end';
    const drawing = drawSquares({
      ...GRID,
      rows: [...GRID.rows, { mark: '3', name: { label, href: '/' }, squares: [square(1, 1)] }],
    });
    const [, , long] = drawing.rows;
    assert.equal(long?.name?.text, 'A name that goes on and on until no screen is wide …');
    assert.equal(long?.name?.label, label);
    for (const { name, squares } of drawing.rows)
      for (const { x, y } of [...squares, ...(name ? [name] : [])])
        assert.ok(x >= 0 && y >= 0 && x < drawing.width && y < drawing.height);
  });

  it('draws nothing where there is nothing', () => {
    const { width, height, rows } = drawSquares({ name: 'nothing', form: 'stair', columns: [], rows: [] });
    assert.deepEqual([width, height, rows], [0, 0, []]);
  });
});
