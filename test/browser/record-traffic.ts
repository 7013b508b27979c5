import type { CDPSession, Page } from 'playwright-core';

/** What a first view costs. Bytes over the wire, headers included, unless said otherwise. */
export type Traffic = {
  readonly document: number;
  readonly stylesheet: number;
  readonly script: number;
  readonly image: number;
  /** Everything else: fonts, JSON. */
  readonly other: number;
  readonly whole: number;
  /** Bytes of the stylesheets as they are on disk, before compression. */
  readonly stylesheetFile: number;
  readonly requests: number;
};

type Kind = 'document' | 'stylesheet' | 'script' | 'image' | 'other';

/** Sums what the page fetches from now on. The function that it gives tells the sums so far. */
export async function recordTraffic(page: Page, session: CDPSession): Promise<() => Promise<Traffic>> {
  const traffic = {
    document: 0,
    stylesheet: 0,
    script: 0,
    image: 0,
    other: 0,
    whole: 0,
    requests: 0,
  };
  const kinds = new Map<string, Kind>();
  session.on('Network.requestWillBeSent', ({ requestId, type }) => kinds.set(requestId, kindOf(type)));
  // Browsers do not count a site's icon among the images until they see what it is.
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.startsWith('image/')) kinds.set(requestId, 'image');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    traffic[kinds.get(requestId) ?? 'other'] += encodedDataLength;
    traffic.whole += encodedDataLength;
    traffic.requests += 1;
  });
  const stylesheets: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'stylesheet') return;
    // One that never arrives is a fault of its own, and told as such.
    stylesheets.push(
      response.body().then(
        ({ length }) => length,
        () => 0,
      ),
    );
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return async () => {
    const sizes = await Promise.all(stylesheets);
    return { ...traffic, stylesheetFile: sizes.reduce((sum, size) => sum + size, 0) };
  };
}

/** The browser's word for what a request is for, in fewer. */
function kindOf(type: string | undefined): Kind {
  const kind = (type ?? 'other').toLowerCase();
  return kind === 'document' || kind === 'stylesheet' || kind === 'script' || kind === 'image'
    ? kind
    : 'other';
}
