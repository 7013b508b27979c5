import { shorten } from '../../domain/format.ts';
import type { Link } from './partials/links.ts';

/** A square of a picture: where it stands, what is printed in it, and where it leads. */
export type Square = {
  /** 0-based, from the left. */
  readonly column: number;
  /** A few characters, such as a number. */
  readonly text: string;
  /** 1 (fewest) to 4 (most): a class of the stylesheet. */
  readonly shade: number;
  readonly href: string;
  /** What the square says, in words. */
  readonly title: string;
};

/** A row of a picture. */
export type PictureRow = {
  /** What stands before the squares, such as a number or a decade. */
  readonly mark: string;
  /** What stands behind them. */
  readonly name?: Link;
  readonly squares: readonly Square[];
};

/** A picture of squares before it is drawn. */
export type Picture = {
  /** What it shows, for those who do not see it. */
  readonly name: string;
  /** What stands above the columns; none where each row has squares of its own kind. */
  readonly columns: readonly (Link & { readonly mark: string })[];
  readonly rows: readonly PictureRow[];
  /**
   * Where the marks of rows stand: before their squares, or behind them as the steps of a stair.
   *
   *     grid      A  B  C                    stair    A  Power
   *           1   4     2  Sharing power              3  B  Money
   *           2      7  1  Money                      1  5  C  Grief
   */
  readonly form: 'grid' | 'stair';
};

/** A text of a drawing, and its middle; a name's left end. */
export type Drawn = { readonly x: number; readonly y: number; readonly text: string };

/** A drawing in hundredths of an em, so that it grows with the reader's text. */
export type Drawing = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly heads: readonly (Drawn & Link)[];
  readonly rows: readonly {
    readonly mark: Drawn;
    /** Cut where a long one would leave a wide screen. */
    readonly name?: Drawn & Link;
    readonly squares: readonly {
      readonly x: number;
      readonly y: number;
      readonly square: Square;
      readonly middle: { readonly x: number; readonly y: number };
    }[];
  }[];
  /** Length of a square's side. */
  readonly side: number;
};

/** From the middle of one square to that of the next. */
const STEP = 200;
/** Room between squares. */
const GAP = 16;
/** About the width of a letter; none is wider by much. */
const LETTER = 60;
/** Longer names would be cut off by the edge of a wide screen. */
const MAX_LETTERS = 56;

/** Places the squares of a picture, its marks and its names. */
export function drawSquares({ name, columns, rows, form }: Picture): Drawing {
  const markRoom = form === 'stair' ? 0 : LETTER * Math.max(2, ...rows.map(({ mark }) => mark.length)) + 40;
  const top = columns.length > 0 ? STEP : 0;
  const middleOf = (index: number) => index * STEP + STEP / 2;
  const widest = Math.max(
    columns.length,
    ...rows.flatMap(({ squares }) => squares.map(({ column }) => column + 1)),
  );
  const drawn = rows.map(({ mark, name: behind, squares }, row) => {
    const y = top + middleOf(row);
    const nameAt = markRoom + STEP * (form === 'stair' ? row + 1 : widest) + 40;
    return {
      mark: { x: form === 'stair' ? middleOf(row) : markRoom / 2, y, text: mark },
      ...(behind && { name: { ...behind, x: nameAt, y, text: shorten(behind.label, MAX_LETTERS) } }),
      squares: squares.map((square) => {
        const middle = { x: markRoom + middleOf(square.column), y };
        return { x: middle.x - (STEP - GAP) / 2, y: y - (STEP - GAP) / 2, square, middle };
      }),
    };
  });
  return {
    name,
    width: Math.max(
      markRoom + STEP * widest,
      ...drawn.map(({ name: behind }) => (behind ? behind.x + LETTER * behind.text.length : 0)),
    ),
    height: top + STEP * rows.length,
    heads: columns.map(({ mark, label, href }, column) => ({
      label,
      href,
      text: mark,
      x: markRoom + middleOf(column),
      y: middleOf(0),
    })),
    rows: drawn,
    side: STEP - GAP,
  };
}
