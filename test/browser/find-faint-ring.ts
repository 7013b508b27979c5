import { nameOf } from './in-page.ts';

/**
 * Runs inside the page: what is wrong with the ring around the focused element. It must be at least 3 CSS pixels wide, and
 * a colour of it, or of the shadow that goes with it, must stand out from the ground by 3:1 (WCAG 1.4.11).
 */
export function findFaintRing(active: Element): string[] {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(active);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 3)
    return [`${nameOf(active)} does not show that it is focused`];

  // Computed colours come in many notations; a canvas knows them all.
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('The browser has no canvas.');
  const paint = (colour: string) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = paint(colour).map((level) => {
      const share = level / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const isOpaque = (colour: string) => (paint(colour)[3] ?? 0) > 250;
  let ground = matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#ffffff';
  for (let at = active.parentElement; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!isOpaque(backgroundColor)) continue;
    ground = backgroundColor;
    break;
  }
  const behind = luminance(ground);
  const contrasts = [outlineColor, ...(boxShadow.match(/[a-z-]+\([^)]*\)/g) ?? [])]
    .filter(isOpaque)
    .map(luminance)
    .map((light) => (Math.max(light, behind) + 0.05) / (Math.min(light, behind) + 0.05));
  const best = Math.max(1, ...contrasts);
  return best >= 3
    ? []
    : [`${nameOf(active)} shows its focus too faintly: contrast ${best.toFixed(1)} on ${ground}`];
}
