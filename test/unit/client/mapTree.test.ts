import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  childrenOf,
  codesOf,
  type Grouping,
  groupsOf,
  type MapFilter,
  type MapNode,
  noFilter,
} from '../../../client/src/responseMap/mapTree.ts';
import type { MappedFile, MappedRoute } from '../../../server/src/protocol.ts';

const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
const finding = { rule: 'location-on-201', severity: 'information', message: 'No Location', place } as const;

function route(method: string, path: string | undefined, codes: readonly (number | undefined)[]): MappedRoute {
  return {
    id: `${method} ${path ?? ''}`,
    methods: [method],
    ...(path === undefined ? { name: 'fail' } : { path }),
    framework: 'Express',
    place,
    findings: [],
    responses: codes.map((code) => ({
      ...(code === undefined ? {} : { code }),
      ...(code === 404 ? { phrase: 'Not Found', reason: 'order was not found' } : {}),
      headers: [],
      place,
      findings: code === 201 ? [finding] : [],
    })),
  };
}

const files: readonly MappedFile[] = [
  {
    uri: 'file:///shop/orders.ts',
    routes: [
      route('POST', '/orders', [201, 400]),
      route('GET', '/orders/:id', [200, 404, 404]),
      route('DELETE', '/orders/:id', [204, undefined]),
    ],
  },
  { uri: 'file:///shop/errors.ts', routes: [route('ALL', undefined, [500])] },
  { uri: 'file:///shop/a/invoices.ts', routes: [route('GET', '/invoices', [200])] },
];

/** The tree as lines, a step to the right for each level. */
function shown(grouping: Grouping, filter: Partial<MapFilter> = {}): readonly string[] {
  const line = (node: MapNode): string => {
    switch (node.kind) {
      case 'group':
        return 'file' in node.of ? node.of.file : node.of.path;
      case 'route':
        return node.route.id;
      case 'response':
        return String(node.response.code ?? '?');
      case 'finding':
        return node.finding.rule;
    }
  };
  const below = (node: MapNode, depth: number): readonly string[] => [
    `${'  '.repeat(depth)}${line(node)}`,
    ...childrenOf(node).flatMap((child) => below(child, depth + 1)),
  ];
  return groupsOf(files, grouping, { ...noFilter, ...filter }).flatMap((group) => below(group, 0));
}

function ids(nodes: readonly MapNode[]): readonly string[] {
  return nodes.flatMap((node) => [node.id, ...ids(childrenOf(node))]);
}

suite('The map of responses', () => {
  test('by file, in the order of the code', () => {
    assert.deepEqual(shown('file'), [
      'file:///shop/a/invoices.ts',
      '  GET /invoices',
      '    200',
      'file:///shop/errors.ts',
      '  ALL ',
      '    500',
      'file:///shop/orders.ts',
      '  POST /orders',
      '    201',
      '      location-on-201',
      '    400',
      '  GET /orders/:id',
      '    200',
      '    404',
      '    404',
      '  DELETE /orders/:id',
      '    204',
      '    ?',
    ]);
  });

  test('by path, what has none last', () => {
    const groups = shown('path').filter((line) => !line.startsWith(' '));
    assert.deepEqual(groups, ['/invoices', '/orders', '/orders/:id', '']);
  });

  const filters: readonly (readonly [name: string, filter: Partial<MapFilter>, lines: readonly string[]])[] = [
    [
      'of a class',
      { classes: new Set([4]) },
      ['/orders', '  POST /orders', '    400', '/orders/:id', '  GET /orders/:id', '    404', '    404'],
    ],
    ['whose status is not known', { classes: new Set([0]) }, ['/orders/:id', '  DELETE /orders/:id', '    ?']],
    ['with findings', { onlyWithFindings: true }, ['/orders', '  POST /orders', '    201', '      location-on-201']],
    ['by a code', { text: '404' }, ['/orders/:id', '  GET /orders/:id', '    404', '    404']],
    ['by a reason', { text: 'Not FOUND' }, ['/orders/:id', '  GET /orders/:id', '    404', '    404']],
    ['by method and path', { text: 'delete /orders' }, ['/orders/:id', '  DELETE /orders/:id', '    204', '    ?']],
    ['by file', { text: 'errors.ts' }, ['', '  ALL ', '    500']],
    [
      'by class and text',
      { text: 'orders.ts', classes: new Set([2]) },
      [
        '/orders',
        '  POST /orders',
        '    201',
        '      location-on-201',
        '/orders/:id',
        '  GET /orders/:id',
        '    200',
        '  DELETE /orders/:id',
        '    204',
      ],
    ],
    ['none', { text: 'nowhere' }, []],
  ];
  for (const [name, filter, lines] of filters) {
    test(`shows those ${name}`, () => assert.deepEqual(shown('path', filter), lines));
  }

  test('names every node differently, and the same after a change elsewhere', () => {
    for (const grouping of ['file', 'path'] as const) {
      const before = ids(groupsOf(files, grouping, noFilter));
      assert.equal(new Set(before).size, before.length);
      const more = [{ uri: 'file:///shop/new.ts', routes: [route('GET', '/orders/:id', [200])] }, ...files];
      const after = new Set(ids(groupsOf(more, grouping, noFilter)));
      assert.deepEqual(
        before.filter((id) => !after.has(id)),
        [],
      );
    }
  });

  test('shows each code of a route once, in order', () => {
    assert.deepEqual(codesOf(route('GET', '/', [404, 200, undefined, 404]).responses), [200, 404, undefined]);
  });
});
