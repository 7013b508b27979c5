/** A run of text as the PDF places it; units are points from the page's lower left corner. */
export type Run = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
};

/** A printed line; units as in a run. */
export type PrintedLine = {
  /** 1-based. */
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where its last run ends. */
  readonly right: number;
  readonly size: number;
  /** Whether it stands in the top or bottom tenth of its page. */
  readonly isAtEdge: boolean;
};

/** Puts runs that stand on one line together, in the order in which the PDF has them. */
export function linesOfPage(runs: readonly Run[], page: number, bottom: number, top: number): PrintedLine[] {
  const lines: PrintedLine[] = [];
  const height = top - bottom || 1;
  for (const run of runs) {
    if (run.text.trim() === '' && lines.length === 0) continue;
    const last = lines.at(-1);
    const size = run.text.trim() === '' ? (last?.size ?? run.size) : run.size;
    const gap = last ? run.x - last.right : 0;
    const isSameLine =
      last !== undefined &&
      Math.abs(run.y - last.y) < 0.45 * Math.max(size, last.size) &&
      gap > -2 * size &&
      gap < 3 * size;
    if (!isSameLine) {
      if (run.text.trim() === '') continue;
      lines.push({
        page,
        text: run.text,
        x: run.x,
        y: run.y,
        right: run.x + run.width,
        size,
        isAtEdge: run.y > bottom + 0.9 * height || run.y < bottom + 0.1 * height,
      });
      continue;
    }
    const isApart = gap > 0.18 * size && !/\s$/.test(last.text) && !/^\s/.test(run.text);
    // A raised, smaller number is the mark of a note.
    const isNote =
      run.size > 0 &&
      run.size < 0.75 * last.size &&
      run.y > last.y + 0.1 * last.size &&
      /^\d{1,3}$/.test(run.text.trim());
    const text = isNote ? `[${run.text.trim()}]` : run.text;
    lines[lines.length - 1] = {
      ...last,
      text: last.text + (isApart && !isNote ? ' ' : '') + text,
      right: Math.max(last.right, run.x + run.width),
      size: Math.max(last.size, isNote ? 0 : size),
    };
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** What stands at the edge of several pages in the same words, numbers apart, and numbers that stand there alone. */
export function withoutHeadersAndFooters(lines: readonly PrintedLine[], pages: number): PrintedLine[] {
  const key = ({ text }: PrintedLine) => text.toLowerCase().replace(/\d+/g, '#');
  const outer = outermostLines(lines);
  const seen = new Map<string, Set<number>>();
  for (const line of lines) {
    if (line.isAtEdge || outer.has(line))
      seen.set(key(line), (seen.get(key(line)) ?? new Set()).add(line.page));
  }
  return lines.filter((line) => {
    if (!line.isAtEdge && !outer.has(line)) return true;
    const repeats = seen.get(key(line))?.size ?? 0;
    const isNumber = /^(?:page )?[–—-]? ?(?:\d{1,4}|[ivxl]{1,6}) ?[–—-]?(?: ?(?:of|\/) ?\d{1,4})?$/i.test(
      line.text,
    );
    const isStamp =
      /^(?:https?|file):\/\/\S+(?: \d+\/\d+)?$|^\d{1,2}\/\d{1,2}\/\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?\b/.test(
        line.text,
      );
    const isRepeated = repeats >= 2 && repeats >= Math.min(3, pages / 3);
    return !isNumber && !isStamp && !isRepeated;
  });
}

/** The two highest and the two lowest lines of each page. */
function outermostLines(lines: readonly PrintedLine[]): Set<PrintedLine> {
  const pages = new Map<number, PrintedLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page) page.push(line);
    else pages.set(line.page, [line]);
  }
  return new Set(
    [...pages.values()].flatMap((page) => {
      const sorted = page.sort((a, b) => b.y - a.y);
      return [...sorted.slice(0, 2), ...sorted.slice(-2)];
    }),
  );
}
