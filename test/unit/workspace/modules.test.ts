import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathAliases } from '../../../server/src/configuration/pathAliases.ts';
import {
  joined,
  namesInLayers,
  namesInstalled,
  nearest,
  type PathAliases,
  resolveModule,
} from '../../../server/src/workspace/modules.ts';

function resolver(files: readonly string[], aliases: readonly PathAliases[] = []) {
  const known = new Set(files);
  return (source: string, from: string, family: 'javascript' | 'python' | 'go' = 'javascript') =>
    resolveModule(family, source, from, (path) => known.has(path), aliases);
}

suite('imports lead to files', () => {
  test('by relative paths, with and without an ending, and to what a folder is', () => {
    const resolve = resolver(['/a/b/users.ts', '/a/b/routes/index.js', '/a/errors.mjs']);
    assert.equal(resolve('./users', '/a/b/app.ts'), '/a/b/users.ts');
    assert.equal(resolve('./users.js', '/a/b/app.ts'), '/a/b/users.ts');
    assert.equal(resolve('./routes', '/a/b/app.ts'), '/a/b/routes/index.js');
    assert.equal(resolve('../errors.mjs', '/a/b/app.ts'), '/a/errors.mjs');
    assert.equal(resolve('./missing', '/a/b/app.ts'), undefined);
    assert.equal(resolve('express', '/a/b/app.ts'), undefined);
  });

  test('by the aliases of the nearest configuration', () => {
    const aliases = [
      { folder: '/a', baseUrl: '.', paths: { '@server/*': ['server/*'] } },
      { folder: '/a/web', paths: { '@server/*': ['./mocks/*'], config: ['./config/main'] } },
    ];
    const resolve = resolver(['/a/server/fail.ts', '/a/web/mocks/fail.ts', '/a/web/config/main.ts'], aliases);
    assert.equal(resolve('@server/fail', '/a/server/app.ts'), '/a/server/fail.ts');
    assert.equal(resolve('server/fail', '/a/server/app.ts'), '/a/server/fail.ts');
    assert.equal(resolve('@server/fail', '/a/web/app.ts'), '/a/web/mocks/fail.ts');
    assert.equal(resolve('config', '/a/web/app.ts'), '/a/web/config/main.ts');
  });

  test('by the habit of a source folder', () => {
    const resolve = resolver(['/a/src/lib/fail.ts']);
    assert.equal(resolve('@/lib/fail', '/a/src/routes/users.ts'), '/a/src/lib/fail.ts');
  });

  test('by the names that the layers of functions on AWS Lambda have together', () => {
    assert.deepEqual(namesInLayers('/a/layers/shop/nodejs/base.js'), ['shop/nodejs/base', 'nodejs/base', 'base']);
    assert.deepEqual(namesInLayers('/a/shopLayer/errors/index.ts'), ['errors']);
    assert.deepEqual(namesInLayers('/a/players/base.ts'), []);
    assert.deepEqual(namesInLayers('/a/functions/base.js'), []);
    assert.equal(
      nearest(['/a/one/layers/base.js', '/a/two/layers/base.js'], '/a/two/books.js'),
      '/a/two/layers/base.js',
    );
    assert.equal(nearest(['/a/one/layers/base.js', '/a/two/layers/base.js'], '/a/three/books.js'), undefined);
    assert.equal(nearest([], '/a/books.js'), undefined);
  });

  test('by the names that modules of Python have once they are installed', () => {
    assert.deepEqual(namesInstalled('/a/packages/shelf-common/shelf_common/errors.py'), ['shelf_common.errors']);
    assert.deepEqual(namesInstalled('/a/layers/answers.py'), ['answers']);
    assert.deepEqual(namesInstalled('/a/src/shelf/__init__.py'), ['shelf']);
    assert.deepEqual(namesInstalled('/a/app/redis/exceptions.py'), []);
  });

  test('by the names of modules in Python', () => {
    const resolve = resolver(['/a/app/errors.py', '/a/app/lib/__init__.py', '/a/app/routes/users.py']);
    assert.equal(resolve('..errors', '/a/app/routes/users.py', 'python'), '/a/app/errors.py');
    assert.equal(resolve('app.errors', '/a/app/routes/users.py', 'python'), '/a/app/errors.py');
    assert.equal(resolve('app.lib', '/a/app/routes/users.py', 'python'), '/a/app/lib/__init__.py');
    assert.equal(resolve('.users', '/a/app/routes/other.py', 'python'), '/a/app/routes/users.py');
    assert.equal(resolve('flask', '/a/app/routes/users.py', 'python'), undefined);
  });

  test('by the path of the module in Go, to the folders of packages', () => {
    const aliases = [pathAliases('/a/go.mod', 'module example.com/shop/v2\n\ngo 1.23\n')].filter(
      (each) => each !== undefined,
    );
    const resolve = resolver(['/a', '/a/api', '/a/internal/failure'], aliases);
    assert.equal(resolve('example.com/shop/v2', '/a/api/users.go', 'go'), '/a');
    assert.equal(resolve('example.com/shop/v2/internal/failure', '/a/api/users.go', 'go'), '/a/internal/failure');
    assert.equal(resolve('.', '/a/api/users.go', 'go'), '/a/api');
    assert.equal(resolve('example.com/other/api', '/a/api/users.go', 'go'), undefined);
  });

  test('without dots in the end', () => assert.equal(joined('/a/b/c', '../.././d'), '/a/d'));
});
