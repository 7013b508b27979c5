/** How a reader's browser is set up. */
export type Setting = {
  readonly theme: 'light' | 'dark';
  /** Of the window, in CSS pixels: a telephone (and a desktop at 400 % zoom), a tablet, a desktop. */
  readonly width: 320 | 768 | 1280;
  readonly script: 'on' | 'off';
};

/** The setting that most readers have. */
export const USUAL_SETTING: Setting = { theme: 'light', width: 1280, script: 'on' };

/** All twelve settings. */
export const SETTINGS: readonly Setting[] = (['light', 'dark'] as const).flatMap((theme) =>
  ([320, 768, 1280] as const).flatMap((width) =>
    (['on', 'off'] as const).map((script) => ({ theme, width, script })),
  ),
);

/** A setting in words: `dark, 320 px, script off`. */
export const nameOfSetting = ({ theme, width, script }: Setting): string =>
  `${theme}, ${width} px, script ${script}`;
