import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missingPackage } from '../../scripts/processes/load-or-exit.ts';

const errorOf = async (specifier: string): Promise<unknown> => {
  try {
    return await import(specifier);
  } catch (error) {
    return error;
  }
};

describe('a package that is not installed', () => {
  it('is named', async () => {
    assert.equal(missingPackage(await errorOf('no-such-package-anywhere')), 'no-such-package-anywhere');
    assert.equal(missingPackage(await errorOf('@no-such/package')), '@no-such/package');
  });

  it('is not what other errors are about', async () => {
    assert.equal(missingPackage(await errorOf('./no-such-file.ts')), undefined);
    assert.equal(missingPackage(new Error('Cannot find package')), undefined);
    assert.equal(missingPackage('text'), undefined);
  });
});
