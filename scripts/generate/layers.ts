/**
 * Draws who reads whom in the server, from its imports: docs/images/layers.svg. A test fails when the picture is out of
 * date.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const source = join(import.meta.dirname, '../../server/src');

/** A folder of the server, or a file beside the folders. */
interface Part {
  readonly name: string;
  /** The names of the parts it imports, without those that these import for their part. */
  readonly reads: readonly string[];
}

const width = 600;
const boxWidth = 150;
const rowHeight = 34;
const boxHeight = 24;

/** The picture as SVG, readable on light and dark ground. */
export function layersPicture(): string {
  const parts = inOrder(partsOf(source));
  const rows = parts.map(({ name, reads }, index) => {
    const y = 8 + index * rowHeight;
    return [
      `  <rect x="8" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="5"/>`,
      `  <text x="18" y="${y + 16}">${name}</text>`,
      reads.length === 0 ? '' : `  <text class="quiet" x="${boxWidth + 22}" y="${y + 16}">→ ${reads.join(', ')}</text>`,
    ]
      .filter((line) => line !== '')
      .join('\n');
  });
  const height = parts.length * rowHeight + 6;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="The parts of the server, each above those it reads">
  <style>
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .quiet { fill: #59636e; font-size: 12px }
    rect { fill: #ddf4ff; stroke: #54aeff }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc }
      .quiet { fill: #9198a1 }
      rect { fill: #0c2d6b; stroke: #388bfd }
    }
  </style>
${rows.join('\n')}
</svg>
`;
}

function partsOf(folder: string): readonly Part[] {
  const imports = new Map<string, Set<string>>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const path = join(entry.parentPath, entry.name);
    const part = partOf(relative(folder, path));
    const read = imports.get(part) ?? new Set();
    imports.set(part, read);
    for (const [, target = ''] of readFileSync(path, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
      const name = partOf(relative(folder, resolve(dirname(path), target)));
      if (name !== part && !name.startsWith('..')) read.add(name);
    }
  }
  return [...imports].map(([name, reads]) => ({ name, reads: [...reads] }));
}

/** `rules` for `rules/fixes/fix.ts`. Generated lists belong to what they list. */
function partOf(path: string): string {
  const [first = '', second = ''] = path.split(sep);
  const listed = first === 'generated' ? second.replace(/\.\w+$/, '') : first;
  return listed === 'statuses' ? 'status' : listed;
}

/** Each part above those it reads, which are named unless another one that is read reads them as well. */
function inOrder(parts: readonly Part[]): readonly Part[] {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const depths = new Map<string, number>();
  const depthOf = (name: string, above: readonly string[] = []): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const below = (byName.get(name)?.reads ?? []).filter((read) => !above.includes(read));
    const depth = Math.max(0, ...below.map((read) => 1 + depthOf(read, [...above, name])));
    depths.set(name, depth);
    return depth;
  };
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    !seen.has(from) && (byName.get(from)?.reads ?? []).some((read) => read === to || reaches(read, to, seen.add(from)));
  const named = parts.map((part) => ({
    ...part,
    reads: part.reads
      .filter((read) => !part.reads.some((other) => other !== read && reaches(other, read) && !reaches(read, other)))
      .toSorted(),
  }));
  return named.toSorted((one, other) => depthOf(other.name) - depthOf(one.name) || (one.name < other.name ? -1 : 1));
}
