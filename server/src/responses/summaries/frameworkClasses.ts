import type { CallView, Expression } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import { reasonOf } from '../code/receivers.ts';
import type { ClassSummary, Place } from './summary.ts';

/** What a framework's own error class says to one that extends it: `class Missing extends NotFoundException`. */
export function frameworkClass(context: FileContext, local: string): ClassSummary | undefined {
  const imported = context.importOf(local);
  if (!imported) return undefined;
  const name = imported.name === 'default' || imported.name === '*' ? local : imported.name;
  for (const { pattern, framework, kind, given } of context.compiled.at(name)) {
    if (kind !== 'raise' || !context.imported(framework) || pattern.expression.kind !== 'call') continue;
    const call = pattern.expression;
    if (!call.constructs || call.callee.kind !== 'name') continue;
    const shared = { name, isError: true, givenToBase: [], methods: {}, framework: framework.name };
    const message = holePlace(call, 'MESSAGE') ?? holePlace(call, 'BODY');
    const said = message ? { message } : {};
    const place = holePlace(call, 'STATUS');
    if (place) return { ...shared, ...said, status: { codes: [], place } };
    const { anchor } = pattern;
    const code =
      anchor.kind === 'hole' && anchor.hole === 'REASON'
        ? reasonOf(framework, name.slice(anchor.prefix.length, name.length - anchor.suffix.length))
        : given.status;
    if (typeof code === 'number') return { ...shared, ...said, status: { codes: [code] } };
  }
  return undefined;
}

function holePlace(call: CallView, hole: string): Place | undefined {
  const isHole = (value: Expression) => value.kind === 'name' && value.name.replace(/__optional$/, '') === hole;
  const index = call.arguments.findIndex(({ value }) => isHole(value));
  const name = call.arguments[index]?.name;
  if (index >= 0) return { index, ...(name === undefined ? {} : { name }) };
  for (const [at, { value }] of call.arguments.entries()) {
    const entry = value.kind === 'object' ? value.entries.find((each) => isHole(each.value)) : undefined;
    if (entry) return { index: at, property: entry.key };
  }
  return undefined;
}
