/** A link with its words. */
export type Link = { readonly label: string; readonly href: string };
