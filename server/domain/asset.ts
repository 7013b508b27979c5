/** A file that pages load: a stylesheet, a script, a picture. */
export type Asset = {
  /** Its path below the folder of assets, with forward slashes: `site.css`, `pictures/bridge.png`. */
  readonly name: string;
  /** Its media type, with the character set if it is text: `text/css; charset=utf-8`. */
  readonly type: string;
  /** Ten hexadecimal digits of the SHA-256 of its content. */
  readonly hash: string;
  readonly content: Uint8Array;
};
