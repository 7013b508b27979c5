/** The address that an archive's copy was made from. */
export const originalAddress = (address: string): string =>
  unwrapRedirect(address.trim())
    .replace(/^(?:https?:)?\/\/web\.archive\.org\/web\/\d+[a-z_]*\//, '')
    .replace(/^\/web\/\d+[a-z_]*\/(?=https?:)/, '');

/** Google Docs leads every link over an address of its own. */
function unwrapRedirect(address: string): string {
  if (!/^https?:\/\/www\.google\.[a-z.]+\/url\?/.test(address) || !URL.canParse(address)) return address;
  return new URL(address).searchParams.get('q') ?? address;
}
