import { Router } from 'express';
import type { Asset } from '../domain/asset.ts';

/** Where assets lie. */
export const ASSETS_PATH = '/assets';

/** How long an answer may be kept: one whose address names its content for a year, which is as good as for ever. */
const CACHE_CONTROL = { named: 'public, max-age=31536000, immutable', unnamed: 'no-cache' };

/** The address of each asset by its name. It holds the hash of the content, so that browsers may keep what it leads to. */
export const addressesOf = (assets: readonly Asset[]): Record<string, string> =>
  Object.fromEntries(
    assets.map(({ name, hash }) => [
      name,
      `${ASSETS_PATH}/${name.split('/').map(encodeURIComponent).join('/')}?v=${hash}`,
    ]),
  );

/**
 * Answers with assets, from memory. Whoever asks for another content than there is, by an old address, gets the one of today
 * and must ask again the next time. What is no asset is left to the routes that follow.
 */
export function createAssetRoutes(assets: readonly Asset[]): Router {
  const byName = new Map(assets.map((asset) => [asset.name, asset]));
  const routes = Router();
  routes.get('/*name', (request, response, next) => {
    const asset = byName.get(request.params.name.join('/'));
    if (!asset) return next();
    const { content, hash, type } = asset;
    response.set('Content-Type', type);
    // Weak, since the same content may be sent compressed or not.
    response.set('ETag', `W/"${hash}"`);
    response.set('Cache-Control', request.query.v === hash ? CACHE_CONTROL.named : CACHE_CONTROL.unnamed);
    response.send(content);
  });
  return routes;
}
